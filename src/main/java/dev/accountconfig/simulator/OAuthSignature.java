package dev.accountconfig.simulator;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An {@code Authorization: OAuth …} header and the request it signs (RFC 5849, section 3): HMAC-SHA1 over method, URL and
 * parameters; a JSON body is not signed.
 */
record OAuthSignature(Received request, Map<String, String> parameters) {

    private static final Pattern PARAMETER = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");

    static OAuthSignature of(Received request) {
        var parameters = new TreeMap<String, String>();
        var matcher = PARAMETER.matcher(request.header("authorization").orElse(""));
        while (matcher.find()) {
            parameters.put(matcher.group(1), URLDecoder.decode(matcher.group(2), StandardCharsets.UTF_8));
        }
        return new OAuthSignature(request, parameters);
    }

    /** Empty where it is missing. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    boolean isBy(ApiKey key) {
        return parameter("oauth_signature_method").equals("HMAC-SHA1")
                && parameter("oauth_signature").equals(signature(key));
    }

    String signature(ApiKey key) {
        try {
            var secret = encoded(key.secret()) + "&" + encoded(key.accessTokenSecret());
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(baseString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String baseString() {
        var url = "http://" + request.header("host").orElse("").toLowerCase(Locale.ROOT) + request.path();
        return request.method() + "&" + encoded(url.replaceFirst(":80(?=/)", "")) + "&" + encoded(normalized());
    }

    /** Sorted by encoded name; the signature and the realm do not sign themselves. */
    private String normalized() {
        return Stream.concat(request.query().entrySet().stream(), parameters.entrySet().stream())
                .filter(one ->
                        !one.getKey().equals("oauth_signature") && !one.getKey().equals("realm"))
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    /** RFC 3986: all but letters, digits and four marks. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
