// One request of a merchant as wechatpay-go sends it: fixed host, proxy, the answer verified with the WeChat Pay public key.
package main

import (
	"bytes"
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

func main() {
	folder, proxyPort, mchID, method, target := os.Args[1], os.Args[2], os.Args[3], os.Args[4], os.Args[5]
	body := ""
	if len(os.Args) > 6 {
		body = os.Args[6]
	}

	certificate := must(x509.ParseCertificate(block(folder, "apiclient_cert.pem")))
	key := must(x509.ParsePKCS8PrivateKey(block(folder, "apiclient_key.pem"))).(*rsa.PrivateKey)
	publicKey := must(x509.ParsePKIXPublicKey(block(folder, "pub_key.pem"))).(*rsa.PublicKey)
	random := make([]byte, 16)
	must(rand.Read(random))
	timestamp, nonce := strconv.FormatInt(time.Now().Unix(), 10), fmt.Sprintf("%x", random)
	signature := must(rsa.SignPKCS1v15(rand.Reader, key, crypto.SHA256, digest(method, target, timestamp, nonce, body)))
	authorization := fmt.Sprintf(
		`WECHATPAY2-SHA256-RSA2048 mchid="%s",nonce_str="%s",timestamp="%s",serial_no="%040X",signature="%s"`,
		mchID, nonce, timestamp, certificate.SerialNumber, base64.StdEncoding.EncodeToString(signature))

	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(must(os.ReadFile(filepath.Join(folder, "ca.pem"))))
	proxy := must(url.Parse("http://127.0.0.1:" + proxyPort))
	transport := &http.Transport{Proxy: http.ProxyURL(proxy), TLSClientConfig: &tls.Config{RootCAs: pool}}
	client := &http.Client{Transport: transport, Timeout: time.Minute}
	request := must(http.NewRequest(method, "https://api.mch.weixin.qq.com"+target, bytes.NewBufferString(body)))
	request.Header.Set("Accept", "application/json")
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", authorization)
	answer := must(client.Do(request))
	defer answer.Body.Close()
	text := string(must(io.ReadAll(answer.Body)))

	theirs := must(base64.StdEncoding.DecodeString(answer.Header.Get("Wechatpay-Signature")))
	signed := digest(answer.Header.Get("Wechatpay-Timestamp"), answer.Header.Get("Wechatpay-Nonce"), text)
	verdict := "genuine"
	if rsa.VerifyPKCS1v15(publicKey, crypto.SHA256, signed, theirs) != nil {
		verdict = "forged"
	}
	fmt.Println(answer.StatusCode, verdict, text)
}

func digest(lines ...string) []byte {
	hash := sha256.New()
	for _, line := range lines {
		io.WriteString(hash, line+"\n")
	}
	return hash.Sum(nil)
}

func block(folder, file string) []byte {
	decoded, _ := pem.Decode(must(os.ReadFile(filepath.Join(folder, file))))
	return decoded.Bytes
}

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}
