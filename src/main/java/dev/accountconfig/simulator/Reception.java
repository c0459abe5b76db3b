package dev.accountconfig.simulator;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Turns a request of the wire into a value. */
final class Reception {

    private Reception() {}

    /** @throws IllegalArgumentException where the query is not decodable */
    static Received read(HttpServerRequest request, Buffer body) {
        var address = Service.addressOf(request.path());
        return new Received(
                address.service(),
                address.account(),
                address.tail(),
                request.method().name(),
                request.path(),
                firsts(request.params()),
                lowerCase(firsts(request.headers())),
                body.toString());
    }

    private static Map<String, String> firsts(MultiMap values) {
        var firsts = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> firsts.putIfAbsent(name, value));
        return Collections.unmodifiableMap(firsts);
    }

    private static Map<String, String> lowerCase(Map<String, String> headers) {
        var lower = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> lower.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return Collections.unmodifiableMap(lower);
    }
}
