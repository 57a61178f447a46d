import java.io.FileInputStream;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** One request of a merchant as wechatpay-java sends it: fixed host, proxy, headers of the answer by their exact case. */
public class Share {
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    int proxyPort = Integer.parseInt(args[1]);
    String mchId = args[2];
    String method = args[3];
    String target = args[4];
    String body = args.length > 5 ? args[5] : "";

    X509Certificate certificate = certificate(folder.resolve("apiclient_cert.pem"));
    String serial = String.format("%040X", certificate.getSerialNumber());
    String timestamp = String.valueOf(System.currentTimeMillis() / 1000);
    String nonce = UUID.randomUUID().toString().replace("-", "");
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(privateKey(folder));
    signature.update(lines(method, target, timestamp, nonce, body));
    String authorization = "WECHATPAY2-SHA256-RSA2048 mchid=\"" + mchId + "\",nonce_str=\"" + nonce + "\",timestamp=\""
        + timestamp + "\",serial_no=\"" + serial + "\",signature=\"" + Base64.getEncoder().encodeToString(signature.sign())
        + "\"";

    Proxy proxy = new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", proxyPort));
    URL url = new URL("https://api.mch.weixin.qq.com" + target);
    HttpsURLConnection connection = (HttpsURLConnection) url.openConnection(proxy);
    connection.setSSLSocketFactory(trusting(folder).getSocketFactory());
    connection.setRequestMethod(method);
    connection.setRequestProperty("Accept", "application/json");
    connection.setRequestProperty("Authorization", authorization);
    if (!body.isEmpty()) {
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setDoOutput(true);
      connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
    int status = connection.getResponseCode();
    InputStream stream = status < 400 ? connection.getInputStream() : connection.getErrorStream();
    String answer = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    Map<String, List<String>> headers = connection.getHeaderFields();
    Signature theirs = Signature.getInstance("SHA256withRSA");
    theirs.initVerify(publicKey(folder));
    theirs.update(lines(headers.get("Wechatpay-Timestamp").get(0), headers.get("Wechatpay-Nonce").get(0), answer));
    boolean genuine = theirs.verify(Base64.getDecoder().decode(headers.get("Wechatpay-Signature").get(0)));
    System.out.println(status + " " + (genuine ? "genuine" : "forged") + " " + answer);
  }

  private static byte[] lines(String... lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] decoded(Path file) throws Exception {
    String text = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    return Base64.getDecoder().decode(text);
  }

  private static PrivateKey privateKey(Path folder) throws Exception {
    byte[] key = decoded(folder.resolve("apiclient_key.pem"));
    return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
  }

  private static PublicKey publicKey(Path folder) throws Exception {
    return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(decoded(folder.resolve("pub_key.pem"))));
  }

  private static X509Certificate certificate(Path file) throws Exception {
    try (InputStream stream = new FileInputStream(file.toFile())) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream);
    }
  }

  private static SSLContext trusting(Path folder) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null);
    store.setCertificateEntry("sandbox", certificate(folder.resolve("ca.pem")));
    TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
