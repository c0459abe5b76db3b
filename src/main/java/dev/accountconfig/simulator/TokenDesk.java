package dev.accountconfig.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The token end point of sentinel: OAuth 2 client credentials (contract, section 6.2; RFC 6749, section 4.4). The token is
 * opaque, not the vendor's JWT: its users are told not to look inside.
 */
final class TokenDesk {

    private final World world;
    private final Sessions sessions;

    TokenDesk(World world, Sessions sessions) {
        this.world = world;
        this.sessions = sessions;
    }

    Answer answer(Received request) {
        var form = form(request.body());
        if (!form.getOrDefault("grant_type", "").equals("client_credentials")) {
            return error(400, "unsupported_grant_type");
        }
        return world.find(request.account())
                .flatMap(account -> sessions.token(
                        account.id(), form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", "")))
                .map(TokenDesk::granted)
                .orElseGet(() -> error(401, "invalid_client"));
    }

    private static Answer granted(Session session) {
        return Answer.json(
                200,
                Json.object()
                        .put("access_token", session.bearer())
                        .put("token_type", "Bearer")
                        .put("expires_in", Sessions.TOKEN_LENGTH.toSeconds()));
    }

    private static Answer error(int status, String error) {
        return Answer.json(status, Json.object().put("error", error));
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(
                        Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1]), (first, second) -> first));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
