"""A partner with zeep and xmlsec: signs the envelopes it sends, checks those it gets. A JSON job on standard input, a JSON answer on standard output."""
import json
import ssl
import sys
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO

import requests
import xmlsec
import zeep
from lxml import etree
from zeep import ns
from zeep.plugins import Plugin
from zeep.transports import Transport
from zeep.wsa import WsAddressingPlugin
from zeep.wsse import utils
from zeep.wsse.signature import (
    BinarySignature,
    _make_sign_key,
    _sign_node,
    verify_envelope,
)

X509 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3"
BASE64 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary"
SOAP = "http://www.w3.org/2003/05/soap-envelope"
WSDL = """<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap12/"
  xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:k="urn:korpu:message:1" targetNamespace="urn:korpu:message:1">
  <types><xsd:schema targetNamespace="urn:korpu:message:1" elementFormDefault="qualified">
    <xsd:element name="Message"><xsd:complexType><xsd:sequence><xsd:any namespace="##any" processContents="skip" maxOccurs="unbounded"/></xsd:sequence>
      <xsd:attribute name="Id" type="xsd:string"/></xsd:complexType></xsd:element>
    <xsd:element name="Receipt"><xsd:complexType><xsd:sequence><xsd:any namespace="##any" processContents="skip" maxOccurs="unbounded"/></xsd:sequence></xsd:complexType></xsd:element>
  </xsd:schema></types>
  <message name="In"><part name="body" element="k:Message"/></message>
  <message name="Out"><part name="body" element="k:Receipt"/></message>
  <portType name="Hub"><operation name="Submit"><input message="k:In"/><output message="k:Out"/></operation></portType>
  <binding name="HubSoap" type="k:Hub"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
    <operation name="Submit"><soap:operation soapAction="urn:korpu:action:message"/>
      <input><soap:body use="literal"/></input><output><soap:body use="literal"/></output></operation></binding>
  <service name="HubService"><port name="Hub" binding="k:HubSoap"><soap:address location="%s"/></port></service>
</definitions>"""


class Signature(BinarySignature):
    """zeep's own signs Body and Timestamp; the hub wants the addressing signed too. ECDSA, SHA-256."""

    def apply(self, envelope, headers):
        security = utils.get_security_header(envelope)
        now = datetime.now(timezone.utc)
        stamp = lambda at: at.strftime("%Y-%m-%dT%H:%M:%SZ")
        security.append(utils.WSU.Timestamp(utils.WSU.Created(stamp(now)), utils.WSU.Expires(stamp(now + timedelta(minutes=5)))))
        signature = xmlsec.template.create(envelope, xmlsec.Transform.EXCL_C14N, xmlsec.constants.TransformEcdsaSha256)
        key_info = xmlsec.template.ensure_key_info(signature)
        token = etree.SubElement(security, etree.QName(ns.WSSE, "BinarySecurityToken"), ValueType=X509, EncodingType=BASE64)
        token.text = "".join(self.cert_data.decode().split("-----")[2].split())
        pointer = etree.SubElement(key_info, etree.QName(ns.WSSE, "SecurityTokenReference"))
        etree.SubElement(pointer, etree.QName(ns.WSSE, "Reference"), URI="#" + utils.ensure_id(token), ValueType=X509)
        security.append(signature)
        ctx = xmlsec.SignatureContext()
        ctx.key = _make_sign_key(self.key_data, self.cert_data, None)
        soap = "{%s}" % etree.QName(envelope).namespace
        header = envelope.find(soap + "Header")
        blocks = [block for block in header if etree.QName(block).namespace == ns.WSA]
        for node in [*blocks, security.find(etree.QName(ns.WSU, "Timestamp")), envelope.find(soap + "Body")]:
            _sign_node(ctx, signature, node, xmlsec.constants.TransformSha256)
        ctx.sign(signature)
        return envelope, headers

    def verify(self, envelope):
        verify_envelope(envelope, self.partner)


class Spoil(Plugin):
    """What an attacker on the way does to a signed envelope."""

    def __init__(self, how):
        self.how = how

    def spoilt(self, raw):
        envelope = etree.fromstring(raw)
        soap = {"s": SOAP, "ds": ns.DS, "wsse": ns.WSSE}
        body = envelope.find("s:Body", soap)
        signature = envelope.find(".//ds:Signature", soap)
        if self.how == "tampered":
            next(body.iter("{urn:korpu:message:1}FamilyName")).text = "Ağayeva"
        if self.how == "moved":
            envelope.find("s:Header", soap).append(signature)
        if self.how == "wrapped":
            other = etree.fromstring(etree.tostring(body))
            other.set("{%s}Id" % ns.WSU, "other")
            next(other.iter("{urn:korpu:message:1}FamilyName")).text = "Ağayeva"
            envelope.replace(body, other)
            etree.SubElement(envelope.find("s:Header", soap), "wrapper").append(body)
        return etree.tostring(envelope)


def signer(job):
    made = Signature(job["key"], job["cert"])
    made.partner = job["hub"]
    return made


def send(job):
    session = requests.Session()
    session.trust_env = False
    session.verify, session.cert = job["ca"], (job["tlsCert"], job["tlsKey"])
    spoil = Spoil(job.get("spoil"))

    class Wire(Transport):
        def load(self, url):
            return (WSDL % job["url"]).encode()

        def post_xml(self, address, envelope, headers):
            raw = etree.tostring(envelope)
            return self.post(address, spoil.spoilt(raw) if job.get("spoil") else raw, headers)

    client = zeep.Client("hub.wsdl", transport=Wire(session=session), wsse=signer(job), plugins=[WsAddressingPlugin()])
    message = etree.fromstring(job["message"].encode())
    try:
        receipt = client.service.Submit(_value_1=list(message), Id=message.get("Id"))
        return {"receipt": {etree.QName(one).localname: one.text for one in receipt if len(one) == 0}}
    except zeep.exceptions.Fault as fault:
        code = fault.detail.find(".//{urn:korpu:message:1}Code")
        return {"fault": fault.code, "reason": str(fault.message), "code": code.text}


def serve(job):
    """Takes one delivery, checks it, answers with the receipt it is given after telling what came."""

    class Inbox(BaseHTTPRequestHandler):
        def do_POST(self):
            raw = self.rfile.read(int(self.headers["Content-Length"]))
            envelope = etree.fromstring(raw)
            try:
                verify_envelope(envelope, job["hub"])
                verdict = "good"
            except Exception as error:
                verdict = repr(error)
            print(json.dumps({"verdict": verdict, "type": self.headers["Content-Type"], "envelope": raw.decode()}), flush=True)
            receipt = etree.fromstring(json.loads(sys.stdin.readline())["receipt"].encode())
            answer = etree.fromstring('<s:Envelope xmlns:s="%s"><s:Header/><s:Body/></s:Envelope>' % SOAP)
            answer[1].append(receipt)
            for name, value in {"Action": "urn:korpu:action:receipt", "MessageID": "urn:uuid:0191f0a0-0000-7000-8000-0000000000ff"}.items():
                etree.SubElement(answer[0], etree.QName(ns.WSA, name)).text = value
            signer(job).apply(answer, {})
            data = etree.tostring(answer)
            self.send_response(200)
            self.send_header("Content-Type", "application/soap+xml; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Inbox)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(job["tlsCert"], job["tlsKey"])
    context.load_verify_locations(job["ca"])
    context.verify_mode = ssl.CERT_REQUIRED
    server.socket = context.wrap_socket(server.socket, server_side=True)
    print(json.dumps({"port": server.server_port}), flush=True)
    server.handle_request()


if __name__ == "__main__":
    job = json.loads(sys.stdin.readline())
    if job["act"] == "serve":
        serve(job)
    else:
        print(json.dumps(send(job)))
