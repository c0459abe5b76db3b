package dev.accountconfig.liveperson;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA1 over a request (RFC 5849 section 3.4). Pure. A JSON body is no part of it (section 3.4.1.3.1). */
final class OAuthSignature {
    private static final String ALGORITHM = "HmacSHA1";

    /** Parameters in the order of section 3.4.1.3.2: by name, then by value, both encoded. */
    private static final Comparator<Parameter> ORDER =
            Comparator.comparing(Parameter::encodedName).thenComparing(Parameter::encodedValue);

    private OAuthSignature() {}

    /** Both as they are meant, not as they are sent. */
    record Parameter(String name, String value) {
        String encodedName() {
            return Percent.encode(name);
        }

        String encodedValue() {
            return Percent.encode(value);
        }
    }

    /**
     * @param target path and query, as they are sent
     * @param others the {@code oauth_…} parameters, and those of a form
     */
    static String baseString(String method, VendorHost host, String target, List<Parameter> others) {
        String[] parts = target.split("\\?", 2);
        Stream<Parameter> query = parts.length == 2 ? query(parts[1]) : Stream.empty();
        return method.toUpperCase(Locale.ROOT)
                + "&" + Percent.encode(address(host) + parts[0])
                + "&" + Percent.encode(normalized(Stream.concat(query, others.stream())));
    }

    /** Of the base string, with the secrets of the app key and of the access token. */
    static String of(String baseString, Secret secret, Secret tokenSecret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(
                    bytes(Percent.encode(secret.reveal()) + "&" + Percent.encode(tokenSecret.reveal())), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(bytes(baseString)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    /** Section 3.4.1.2: lower case, and the port unless it is the scheme's own. */
    private static String address(VendorHost host) {
        boolean usual = host.port() == (host.secure() ? 443 : 80);
        return (host.secure() ? "https://" : "http://")
                + host.name().toLowerCase(Locale.ROOT)
                + (usual ? "" : ":" + host.port());
    }

    /** Section 3.4.1.3.1: taken apart like a form. */
    private static Stream<Parameter> query(String raw) {
        return Stream.of(raw.split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Parameter(Percent.decode(pair[0]), pair.length == 2 ? Percent.decode(pair[1]) : ""));
    }

    private static String normalized(Stream<Parameter> parameters) {
        return parameters
                .sorted(ORDER)
                .map(one -> one.encodedName() + "=" + one.encodedValue())
                .collect(Collectors.joining("&"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
