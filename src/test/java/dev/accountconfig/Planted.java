package dev.accountconfig;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Secrets that are looked for where nobody may see them, in each of the forms in which they could be there: as they are, in
 * base64 wherever they begin, URL-encoded, escaped, in hexadecimal digits.
 */
public final class Planted {
    /** With characters that each encoding writes in a way of its own. */
    public static final String PASSWORD = "planted/pass+word=&\"%~9";

    /** A key of a caller, in the form that access wants. */
    public static final String KEY = "acp_plAnted-k3y_0123456789abcdefghijklmnopqrst";

    private final Map<String, Set<String>> formsByName = new LinkedHashMap<>();

    /** What every test of the suite may know. */
    public static Planted inTheSuite() {
        return new Planted().and("the password", PASSWORD).and("the key of a caller", KEY);
    }

    /** @param name to be told where it is found; the secret itself is not */
    public Planted and(String name, String secret) {
        formsByName.put(name, forms(secret));
        return this;
    }

    /** Names of the secrets that a text holds. */
    public List<String> seenIn(String text) {
        return formsByName.entrySet().stream()
                .filter(secret -> secret.getValue().stream().anyMatch(text::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    public int size() {
        return formsByName.size();
    }

    static Set<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        Stream<String> texts = Stream.of(
                secret,
                hex,
                hex.toUpperCase(Locale.ROOT),
                url,
                url.toLowerCase(Locale.ROOT),
                url.replace("+", "%20").replace("*", "%2A").replace("%7E", "~"),
                secret.replace("\\", "\\\\").replace("\"", "\\\""),
                secret.replace("/", "\\/").replace("\"", "\\\""));
        return Stream.concat(texts, base64(bytes)).collect(Collectors.toSet());
    }

    private static Stream<String> base64(byte[] secret) {
        return IntStream.range(0, 3)
                .boxed()
                .flatMap(before -> Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                        .map(encoder -> inTheMiddle(encoder, before, secret)));
    }

    /** Without the digits that hold bits of what stands before or after it. */
    private static String inTheMiddle(Base64.Encoder encoder, int before, byte[] secret) {
        byte[] bytes = new byte[before + secret.length];
        System.arraycopy(secret, 0, bytes, before, secret.length);
        Arrays.fill(bytes, 0, before, (byte) 'x');
        int first = (before * 8 + 5) / 6;
        int whole = bytes.length * 8 / 6;
        return encoder.encodeToString(bytes).substring(first, whole);
    }
}
