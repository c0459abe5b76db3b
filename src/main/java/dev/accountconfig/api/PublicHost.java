package dev.accountconfig.api;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The host that clients are told to go on with.
 *
 * @param configured wins over what a client says, for a service behind a gateway that names itself to us
 */
public record PublicHost(Optional<String> configured) {
    /** {@code host[:port]} and nothing else: what a client sends is told to it again, and perhaps to a cache on the way. */
    private static final Pattern FORM =
            Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");

    /** @throws IllegalArgumentException where the configured one is none */
    public PublicHost {
        if (!configured.map(PublicHost::isOne).orElse(true)) {
            throw new IllegalArgumentException("must be a host, or a host and a port, without a scheme or a path");
        }
    }

    /** @throws ProblemException where the client named none, or nonsense */
    String of(HttpServerRequest request) {
        return configured
                .or(() -> Optional.ofNullable(request.authority())
                        .map(HostAndPort::toString)
                        .filter(PublicHost::isOne))
                .orElseThrow(() -> Problem.invalid("Host", "must be a host, or a host and a port")
                        .asException());
    }

    static boolean isOne(String host) {
        return FORM.matcher(host).matches();
    }
}
