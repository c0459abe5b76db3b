package dev.accountconfig.access;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of its sender. Never from its query, which stands in logs and histories. In no log: no part is shown.
 *
 * @param authorization every Authorization header
 * @param apiKey every X-API-Key header
 * @param certificate of the connection, null where there is none; its chain is verified by whoever hands it in
 */
public record Presented(
        List<String> authorization,
        List<String> apiKey,
        @Nullable X509Certificate certificate) {

    public static Presented nothing() {
        return new Presented(List.of(), List.of(), null);
    }

    public boolean isNothing() {
        return authorization.isEmpty() && apiKey.isEmpty() && certificate == null;
    }

    @Override
    public String toString() {
        return "Presented[...]";
    }
}
