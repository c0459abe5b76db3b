package dev.accountconfig.simulator;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came in.
 *
 * @param account as the path names it, empty where it names none
 * @param tail what follows the collection in the path: an id, a list of ids, the name of a service; or empty
 * @param query decoded; of a repeated parameter the first value
 * @param headers by lower-case name; of a repeated header the first value. Passwords and bearers are in here: it is a
 *     simulator
 */
public record Received(
        Service service,
        String account,
        String tail,
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String body) {

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The same request, mistaken for one of another account; its path still names the right one. */
    Received mistakenFor(String other) {
        return new Received(service, other, tail, method, path, query, headers, body);
    }

    /** The account that the caller meant. */
    String meant() {
        return Service.addressOf(path).account();
    }

    /** The method that is meant: PUT and DELETE may be tunnelled through POST (contract, section 1.1). */
    public String verb() {
        return method.equals("POST")
                ? header("x-http-method-override").orElse(method).toUpperCase(Locale.ROOT)
                : method;
    }

    boolean isRead() {
        return verb().equals("GET");
    }
}
