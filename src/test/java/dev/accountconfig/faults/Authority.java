package dev.accountconfig.faults;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;

/**
 * A certificate authority for tests (RFC 5280), made on the spot; its keys stay in memory. One can certify several proxies,
 * so that a client trusts them all by one file.
 */
public final class Authority {

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final Duration SHORT_WHILE = Duration.ofDays(2);

    private static final byte[] ECDSA_WITH_SHA256 =
            Der.sequence(Der.identifier(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
    private static final byte[] BASIC_CONSTRAINTS = Der.identifier(0x55, 0x1d, 0x13);
    private static final byte[] ALTERNATIVE_NAME = Der.identifier(0x55, 0x1d, 0x11);

    private final X500Principal name;
    private final KeyPair keys = keys();
    private final Path pem;

    private Authority(X500Principal name) {
        this.name = name;
        this.pem = file(certificate(
                name, keys, Der.sequence(BASIC_CONSTRAINTS, Der.yes(), Der.octets(Der.sequence(Der.yes())))));
    }

    public static Authority create() {
        return new Authority(new X500Principal("CN=Authority " + NUMBERS.incrementAndGet()));
    }

    /** With the name of the other, and keys of its own. */
    public static Authority posingAs(Authority other) {
        return new Authority(other.name);
    }

    /** The certificate to trust, below {@code target}. */
    public Path pem() {
        return pem;
    }

    public record Identity(String certificate, String key) {
        public PemKeyCertOptions options() {
            return new PemKeyCertOptions()
                    .addCertValue(Buffer.buffer(certificate))
                    .addKeyValue(Buffer.buffer(key));
        }
    }

    public Identity certify(String host) {
        var theirs = keys();
        byte[] dnsName = Der.tagged(0x82, host.getBytes(StandardCharsets.US_ASCII));
        var certificate = certificate(
                new X500Principal("CN=" + host),
                theirs,
                Der.sequence(ALTERNATIVE_NAME, Der.octets(Der.sequence(dnsName))));
        return new Identity(
                certificate, armoured("PRIVATE KEY", theirs.getPrivate().getEncoded()));
    }

    private String certificate(X500Principal subject, KeyPair theirs, byte[] extension) {
        var now = Instant.now();
        byte[] content = Der.sequence(
                Der.tagged(0xa0, Der.number(BigInteger.TWO)),
                Der.number(BigInteger.valueOf(NUMBERS.incrementAndGet())),
                ECDSA_WITH_SHA256,
                name.getEncoded(),
                Der.sequence(Der.time(now.minus(SHORT_WHILE)), Der.time(now.plus(SHORT_WHILE))),
                subject.getEncoded(),
                theirs.getPublic().getEncoded(),
                Der.tagged(0xa3, Der.sequence(extension)));
        return armoured("CERTIFICATE", Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(signed(content))));
    }

    private byte[] signed(byte[] content) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path file(String pem) {
        try {
            var directory = Files.createDirectories(Path.of("target", "authorities"));
            return Files.writeString(Files.createTempFile(directory, "trusted", ".pem"), pem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String armoured(String what, byte[] der) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }
}
