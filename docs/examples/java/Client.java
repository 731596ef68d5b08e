import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A partner's client in JSON, with the JDK alone: signs, sends, checks the receipt, takes what waits in the mailbox.
 *
 *   java Client.java HUB KEYS PARTY test FILE      FILE is a message in JSON; every check runs, nothing is stored
 *   java Client.java HUB KEYS PARTY send FILE      sent as it stands
 *   java Client.java HUB KEYS PARTY pull FOLDER    each message is stored in FOLDER before its receipt is signed
 *
 * KEYS is a folder with ca.cert.pem, hub.sign.cert.pem, PARTY.tls.cert.pem, PARTY.tls.key.pem, PARTY.sign.cert.pem, PARTY.sign.key.pem; keys are P-256.
 * The JDK reads no JSON: of the few texts without escapes that are needed here, a pattern finds the value.
 */
public final class Client {
    private static final String ES256 = "SHA256withECDSAinP1363Format";
    private final String hub;
    private final Path keys;
    private final String party;
    private final HttpClient http;

    public static void main(String[] args) throws Exception {
        Client client = new Client(args[0], Path.of(args[1]), args[2]);
        if (args[3].equals("test")) System.exit(client.test(Path.of(args[4])) ? 0 : 1);
        else if (args[3].equals("send")) client.send(Path.of(args[4]));
        else client.pull(Path.of(args[4]));
        System.exit(0);
    }

    Client(String hub, Path keys, String party) throws Exception {
        this.hub = hub;
        this.keys = keys;
        this.party = party;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(tls()).build();
    }

    boolean test(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        HttpResponse<byte[]> answer = call("POST", "/v1/test", bytes, signatureOf("korpu-message", bytes));
        verifyHub("korpu-test-report", answer);
        String report = new String(answer.body());
        System.out.println(report);
        return report.contains("\"accepted\":true");
    }

    void send(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        HttpResponse<byte[]> answer = call("POST", "/v1/messages", bytes, signatureOf("korpu-message", bytes));
        verifyHub("korpu-receipt", answer);
        String receipt = new String(answer.body());
        if (!valueIn(receipt, "digest").equals(sha256(bytes))) throw new Exception("the receipt is about other bytes");
        System.out.println("accepted " + valueIn(receipt, "messageId"));
    }

    void pull(Path folder) throws Exception {
        String waiting = new String(call("GET", "/v1/mailbox?wait=10", null, null).body());
        Matcher found = Pattern.compile("\"deliveryId\":\"([^\"]+)\"").matcher(waiting);
        while (found.find()) take(found.group(1), folder);
    }

    private void take(String deliveryId, Path folder) throws Exception {
        HttpResponse<byte[]> delivery = call("POST", "/v1/mailbox/" + deliveryId + "/lease", null, null);
        verifyHub("korpu-message", delivery);
        String message = new String(delivery.body());
        String messageId = valueIn(message, "messageId");
        Files.write(folder.resolve(messageId + ".json"), delivery.body());
        String receipt = "{\"receiptId\":\"%s\",\"messageId\":\"%s\",\"conversationId\":\"%s\",\"deliveryId\":\"%s\",\"digest\":\"%s\",\"signatureDigest\":\"%s\",\"event\":\"ContentHandover\",\"at\":\"%s\",\"by\":\"%s\"}"
            .formatted(UUID.randomUUID(), messageId, valueIn(message, "conversationId"), deliveryId, sha256(delivery.body()),
                sha256(signatureIn(delivery).getBytes()), Instant.now().truncatedTo(ChronoUnit.SECONDS), party);
        call("POST", "/v1/receipts", receipt.getBytes(), signatureOf("korpu-receipt", receipt.getBytes()));
        System.out.println("taken " + messageId);
    }

    /** The detached signature of exactly these bytes, for the header JWS-Signature. */
    private String signatureOf(String type, byte[] bytes) throws Exception {
        byte[] certificate = certificate(party + ".sign.cert.pem").getEncoded();
        String header = "{\"alg\":\"ES256\",\"typ\":\"%s\",\"iat\":%d,\"x5t#S256\":\"%s\",\"x5c\":[\"%s\"],\"b64\":false,\"crit\":[\"b64\"]}"
            .formatted(type, Instant.now().getEpochSecond(), thumbprint(certificate), Base64.getEncoder().encodeToString(certificate));
        String start = base64url(header.getBytes());
        Signature signature = Signature.getInstance(ES256);
        signature.initSign(key(party + ".sign.key.pem"));
        signature.update((start + ".").getBytes());
        signature.update(bytes);
        return start + ".." + base64url(signature.sign());
    }

    /** Throws unless the hub, and nobody else, has signed this answer as this kind of document. */
    private void verifyHub(String type, HttpResponse<byte[]> answer) throws Exception {
        X509Certificate certificate = certificate("hub.sign.cert.pem");
        String[] parts = signatureIn(answer).split("\\.", -1);
        String header = new String(Base64.getUrlDecoder().decode(parts[0]));
        Signature signature = Signature.getInstance(ES256);
        signature.initVerify(certificate.getPublicKey());
        signature.update((parts[0] + ".").getBytes());
        signature.update(answer.body());
        boolean ours = parts.length == 3 && parts[1].isEmpty() && header.contains("\"b64\":false") && valueIn(header, "alg").equals("ES256")
            && valueIn(header, "typ").equals(type) && valueIn(header, "x5t#S256").equals(thumbprint(certificate.getEncoded()));
        if (!ours || !signature.verify(Base64.getUrlDecoder().decode(parts[2]))) throw new Exception("no " + type + " of the hub");
    }

    /** Over mutual TLS. Throws the problem that the hub tells. */
    private HttpResponse<byte[]> call(String method, String path, byte[] bytes, String signature) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hub + path))
            .method(method, bytes == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes));
        if (bytes != null) request.header("Content-Type", "application/json").header("JWS-Signature", signature);
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) throw new Exception(answer.statusCode() + " " + new String(answer.body()));
        return answer;
    }

    private SSLContext tls() throws Exception {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry("own", key(party + ".tls.key.pem"), new char[0], new X509Certificate[] {certificate(party + ".tls.cert.pem")});
        KeyManagerFactory ownKeys = KeyManagerFactory.getInstance("PKIX");
        ownKeys.init(own, new char[0]);
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("hub", certificate("ca.cert.pem"));
        TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
        trusted.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(ownKeys.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private X509Certificate certificate(String file) throws Exception {
        try (var stream = Files.newInputStream(keys.resolve(file))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream);
        }
    }

    private PrivateKey key(String file) throws Exception {
        String pem = Files.readString(keys.resolve(file)).replaceAll("-----[^-]+-----|\\s", "");
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    }

    private static String signatureIn(HttpResponse<byte[]> answer) throws Exception {
        return answer.headers().firstValue("JWS-Signature").orElseThrow(() -> new Exception("the answer is not signed"));
    }

    private static String valueIn(String json, String name) throws Exception {
        Matcher found = Pattern.compile("\"" + Pattern.quote(name) + "\"\\s*:\\s*\"([^\"\\\\]*)\"").matcher(json);
        if (!found.find()) throw new Exception("no " + name);
        return found.group(1);
    }

    private static byte[] digest(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(digest(bytes));
    }

    private static String thumbprint(byte[] certificate) throws Exception {
        return base64url(digest(certificate));
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
