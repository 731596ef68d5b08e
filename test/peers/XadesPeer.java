import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.AlgorithmMethod;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.KeySelectorResult;
import javax.xml.crypto.XMLCryptoContext;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.X509Data;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What the JDK's own XML signatures (javax.xml.crypto) make of ours, and ours of the JDK's. `verify FILE...` or `sign (ALGORITHM KEYTYPE KEY CERT IN OUT)...`. */
public class XadesPeer {
  static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
  static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");

  public static void main(String[] args) throws Exception {
    if (args[0].equals("sign")) {
      for (int i = 1; i < args.length; i += 6) sign(args[i], args[i + 1], args[i + 2], args[i + 3], args[i + 4], args[i + 5]);
      return;
    }
    for (int i = 1; i < args.length; i++) System.out.println(new File(args[i]).getName() + " " + verdict(args[i]));
  }

  static String verdict(String file) {
    try {
      Document document = parse(file);
      DOMValidateContext context = new DOMValidateContext(certificateKey(), document.getElementsByTagNameNS(DS, "Signature").item(0));
      context.setIdAttributeNS((Element) document.getElementsByTagNameNS(XADES, "SignedProperties").item(0), null, "Id");
      return FACTORY.unmarshalXMLSignature(context).validate(context) ? "valid" : "invalid";
    } catch (Exception error) {
      return "error " + error;
    }
  }

  static KeySelector certificateKey() {
    return new KeySelector() {
      public KeySelectorResult select(KeyInfo info, Purpose purpose, AlgorithmMethod method, XMLCryptoContext context) {
        X509Data data = (X509Data) info.getContent().get(0);
        return () -> ((X509Certificate) data.getContent().get(0)).getPublicKey();
      }
    };
  }

  static void sign(String algorithm, String keyType, String keyFile, String certFile, String in, String out) throws Exception {
    X509Certificate certificate =
        (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new FileInputStream(certFile));
    PrivateKey key = KeyFactory.getInstance(keyType).generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(Path.of(keyFile))));
    Document document = parse(in);
    DOMSignContext context = new DOMSignContext(key, document.getDocumentElement());
    context.setDefaultNamespacePrefix("jdk");
    Element qualifying = qualifyingProperties(document, certificate);
    context.setIdAttributeNS((Element) qualifying.getFirstChild(), null, "Id");
    Transform exclusive = FACTORY.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null);
    Transform enveloped = FACTORY.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null);
    DigestMethod sha256 = FACTORY.newDigestMethod(DigestMethod.SHA256, null);
    List<Reference> references = List.of(
        FACTORY.newReference("", sha256, List.of(enveloped, exclusive), null, "r-1"),
        FACTORY.newReference("#xades-1", sha256, List.of(exclusive), "http://uri.etsi.org/01903#SignedProperties", null));
    var method = FACTORY.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null);
    var info = FACTORY.newSignedInfo(method, FACTORY.newSignatureMethod(algorithm, null), references);
    var keys = FACTORY.getKeyInfoFactory();
    var keyInfo = keys.newKeyInfo(List.of(keys.newX509Data(List.of(certificate))));
    var object = FACTORY.newXMLObject(List.of(new DOMStructure(qualifying)), null, null, null);
    FACTORY.newXMLSignature(info, keyInfo, List.of(object), "s-1", null).sign(context);
    TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(new FileOutputStream(out)));
  }

  static Element qualifyingProperties(Document document, X509Certificate certificate) throws Exception {
    Element qualifying = document.createElementNS(XADES, "etsi:QualifyingProperties");
    qualifying.setAttribute("Target", "#s-1");
    Element properties = append(qualifying, XADES, "etsi:SignedProperties");
    properties.setAttribute("Id", "xades-1");
    Element signature = append(properties, XADES, "etsi:SignedSignatureProperties");
    append(signature, XADES, "etsi:SigningTime").setTextContent("2026-11-21T10:00:00Z");
    Element digest = append(append(append(signature, XADES, "etsi:SigningCertificateV2"), XADES, "etsi:Cert"), XADES, "etsi:CertDigest");
    append(digest, DS, "jdk:DigestMethod").setAttribute("Algorithm", DigestMethod.SHA256);
    byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    append(digest, DS, "jdk:DigestValue").setTextContent(Base64.getEncoder().encodeToString(sha256));
    Element format = append(append(properties, XADES, "etsi:SignedDataObjectProperties"), XADES, "etsi:DataObjectFormat");
    format.setAttribute("ObjectReference", "#r-1");
    append(format, XADES, "etsi:MimeType").setTextContent("application/xml");
    return qualifying;
  }

  static Element append(Element parent, String namespace, String name) {
    return (Element) parent.appendChild(parent.getOwnerDocument().createElementNS(namespace, name));
  }

  static Document parse(String file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new File(file));
  }
}
