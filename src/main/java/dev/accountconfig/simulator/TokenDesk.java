package dev.accountconfig.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The token end point of sentinel: OAuth 2 client credentials (contract, section 6.2; RFC 6749, section 4.4). The token has
 * the shape and the claims of the vendor's JWT, and a signature that is none.
 */
final class TokenDesk {

    private final World world;
    private final Sessions sessions;
    private final Habits habits;

    TokenDesk(World world, Sessions sessions, Habits habits) {
        this.world = world;
        this.sessions = sessions;
        this.habits = habits;
    }

    Answer answer(Received request) {
        var form = form(request.body());
        if (!form.getOrDefault("grant_type", "").equals("client_credentials")) {
            return error(400, "unsupported_grant_type");
        }
        var client = form.getOrDefault("client_id", "");
        var scope = form.getOrDefault("scope", "");
        if (!sessions.maySee(client, scope)) {
            return error(400, "invalid_scope");
        }
        return world.find(request.account())
                .flatMap(account -> sessions.token(account.id(), client, form.getOrDefault("client_secret", ""), scope))
                .map(this::granted)
                .orElseGet(() -> error(401, "invalid_client"));
    }

    private Answer granted(Session session) {
        var grant = Json.object().put("access_token", session.bearer()).put("token_type", "Bearer");
        return Answer.json(
                200,
                habits.has(Quirk.TOKENS_WITHOUT_EXPIRES_IN)
                        ? grant
                        : grant.put("expires_in", sessions.tokenLength().toSeconds()));
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
