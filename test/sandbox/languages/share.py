"""One request of a merchant: fixed host, proxy, the answer verified with the WeChat Pay public key."""

import base64
import pathlib
import sys
import time
import uuid

import requests
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key

folder, proxy_port, mch_id, method, target, body = pathlib.Path(sys.argv[1]), *sys.argv[2:6], (sys.argv + [""])[6]


def lines(*parts):
    return "".join(f"{part}\n" for part in parts).encode()


key = load_pem_private_key((folder / "apiclient_key.pem").read_bytes(), None)
serial = format(x509.load_pem_x509_certificate((folder / "apiclient_cert.pem").read_bytes()).serial_number, "040X")
timestamp, nonce = str(int(time.time())), uuid.uuid4().hex
signature = base64.b64encode(key.sign(lines(method, target, timestamp, nonce, body), PKCS1v15(), SHA256())).decode()
parts = {"mchid": mch_id, "nonce_str": nonce, "timestamp": timestamp, "serial_no": serial, "signature": signature}
session = requests.Session()
session.trust_env = False
answer = session.request(
    method,
    f"https://api.mch.weixin.qq.com{target}",
    data=body.encode() or None,
    headers={
        "Accept": "application/json",
        "Content-Type": "application/json",
        "Authorization": "WECHATPAY2-SHA256-RSA2048 " + ",".join(f'{name}="{value}"' for name, value in parts.items()),
    },
    proxies={"https": f"http://127.0.0.1:{proxy_port}"},
    verify=str(folder / "ca.pem"),
    timeout=60,
)
public_key = load_pem_public_key((folder / "pub_key.pem").read_bytes())
signed = lines(answer.headers["Wechatpay-Timestamp"], answer.headers["Wechatpay-Nonce"], answer.text)
public_key.verify(base64.b64decode(answer.headers["Wechatpay-Signature"]), signed, PKCS1v15(), SHA256())
print(answer.status_code, "genuine", answer.text)
