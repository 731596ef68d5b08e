"""A partner's client in JSON, with Python and jwcrypto: signs, sends, checks the receipt, takes what waits in the mailbox.

  python3 client.py HUB KEYS PARTY test FILE      FILE is a message in JSON; every check runs, nothing is stored
  python3 client.py HUB KEYS PARTY send FILE      sent as it stands
  python3 client.py HUB KEYS PARTY pull FOLDER    each message is stored in FOLDER before its receipt is signed

KEYS is a folder with ca.cert.pem, hub.sign.cert.pem, PARTY.tls.cert.pem, PARTY.tls.key.pem, PARTY.sign.cert.pem, PARTY.sign.key.pem; keys are P-256.
"""
import base64
import hashlib
import json
import pathlib
import ssl
import sys
import time
import urllib.error
import urllib.request
import uuid

from jwcrypto import jwk, jws

HUB, KEYS, PARTY, ACT, TARGET = sys.argv[1:]
FILES = pathlib.Path(KEYS)
TLS = ssl.create_default_context(cafile=FILES / "ca.cert.pem")
TLS.load_cert_chain(FILES / f"{PARTY}.tls.cert.pem", FILES / f"{PARTY}.tls.key.pem")
KEY = jwk.JWK.from_pem((FILES / f"{PARTY}.sign.key.pem").read_bytes())
CERTIFICATE = ssl.PEM_cert_to_DER_cert((FILES / f"{PARTY}.sign.cert.pem").read_text())
HUB_PEM = (FILES / "hub.sign.cert.pem").read_text()
HUB_KEY = jwk.JWK.from_pem(HUB_PEM.encode())


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def thumbprint(certificate):
    return base64.urlsafe_b64encode(hashlib.sha256(certificate).digest()).decode().rstrip("=")


def signature_of(kind, content):
    """The detached signature of exactly these bytes, for the header JWS-Signature."""
    header = {
        "alg": "ES256",
        "typ": kind,
        "iat": int(time.time()),
        "x5t#S256": thumbprint(CERTIFICATE),
        "x5c": [base64.b64encode(CERTIFICATE).decode()],
        "b64": False,
        "crit": ["b64"],
    }
    token = jws.JWS(content.decode())
    token.add_signature(KEY, None, json.dumps(header))
    whole = json.loads(token.serialize())
    return whole["protected"] + ".." + whole["signature"]


def verify_hub(kind, content, signature):
    """Raises unless the hub, and nobody else, has signed these bytes as this kind of document."""
    protected, between, value = signature.split(".")
    header = json.loads(base64.urlsafe_b64decode(protected + "=="))
    ours = header["typ"] == kind and header["x5t#S256"] == thumbprint(ssl.PEM_cert_to_DER_cert(HUB_PEM))
    if not ours or between or header.get("b64") is not False:
        raise ValueError(f"no {kind} of the hub")
    token = jws.JWS()
    token.allowed_algs = ["ES256"]
    token.deserialize(json.dumps({"protected": protected, "payload": content.decode(), "signature": value}), HUB_KEY)


def call(method, path, content=None, signature=None):
    """Over mutual TLS. Raises the problem that the hub tells."""
    headers = {"Content-Type": "application/json", "JWS-Signature": signature} if content else {}
    request = urllib.request.Request(HUB + path, data=content, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request, context=TLS) as answer:
            return answer.read(), answer.headers.get("JWS-Signature")
    except urllib.error.HTTPError as problem:
        raise RuntimeError(f"{problem.code} {problem.read().decode()}") from problem


def test(file):
    content = pathlib.Path(file).read_bytes()
    body, signature = call("POST", "/v1/test", content, signature_of("korpu-message", content))
    verify_hub("korpu-test-report", body, signature)
    print(body.decode())
    if not json.loads(body)["accepted"]:
        sys.exit(1)


def send(file):
    content = pathlib.Path(file).read_bytes()
    body, signature = call("POST", "/v1/messages", content, signature_of("korpu-message", content))
    verify_hub("korpu-receipt", body, signature)
    receipt = json.loads(body)
    if receipt["digest"] != sha256(content):
        raise ValueError("the receipt is about other bytes")
    print("accepted", receipt["messageId"])


def pull(folder):
    body, _ = call("GET", "/v1/mailbox?wait=10")
    for delivery in json.loads(body)["deliveries"]:
        content, signature = call("POST", f"/v1/mailbox/{delivery['deliveryId']}/lease")
        verify_hub("korpu-message", content, signature)
        header = json.loads(content)["header"]
        (pathlib.Path(folder) / f"{header['messageId']}.json").write_bytes(content)
        receipt = {
            "receiptId": str(uuid.uuid4()),
            "messageId": header["messageId"],
            "conversationId": header["conversationId"],
            "deliveryId": delivery["deliveryId"],
            "digest": sha256(content),
            "signatureDigest": sha256(signature.encode()),
            "event": "ContentHandover",
            "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            "by": PARTY,
        }
        statement = json.dumps(receipt, separators=(",", ":")).encode()
        call("POST", "/v1/receipts", statement, signature_of("korpu-receipt", statement))
        print("taken", header["messageId"])


{"test": test, "send": send, "pull": pull}[ACT](TARGET)
