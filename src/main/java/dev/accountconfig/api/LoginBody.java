package dev.accountconfig.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accountconfig.api.FaceSignIn.Claim;
import dev.accountconfig.document.JsonText;
import java.util.Optional;

/**
 * What a client sends to sign in (contract 5): a user and a password; or, as an application, its key and its secret. The two
 * token fields of the latter are signatures' business in the vendor's house and nobody's here.
 */
record LoginBody(Optional<Claim> claim, String loginName) {
    static LoginBody of(byte[] body) {
        JsonNode fields = JsonText.isWhole(body) ? Json.tree(body) : Json.tree("{}");
        Optional<Claim> user = claim(fields, "username", "password");
        return new LoginBody(
                user.or(() -> claim(fields, "appKey", "secret")),
                text(fields, "username").orElse(""));
    }

    private static Optional<Claim> claim(JsonNode fields, String name, String secret) {
        return text(fields, name).flatMap(who -> text(fields, secret).map(word -> new Claim(who, word)));
    }

    static Optional<String> text(JsonNode fields, String name) {
        return Optional.ofNullable(fields.get(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty());
    }

    @Override
    public String toString() {
        return "LoginBody[...]";
    }
}
