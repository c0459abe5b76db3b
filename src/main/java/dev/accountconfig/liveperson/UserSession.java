package dev.accountconfig.liveperson;

import dev.accountconfig.schedule.AccountId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** A user's session at the login service, kept alive and ended there by its cookie and its csrf token (contract 5, 7). */
final class UserSession implements Keeper {
    /** The vendor recommends 3 to 5 minutes; how long a session may idle is not documented. */
    private static final Duration EVERY = Duration.ofMinutes(4);

    private final AccountId account;
    private final Domains domains;
    private final VendorCalls calls;
    private final Ids ids;

    /** @param cookie of which {@code Session_id} is the name */
    record Ids(Secret cookie, Secret csrf) {}

    /** Shown to the login service alone. */
    private record Cookie(Secret id) implements Pass {
        @Override
        public Shown shownFor(VendorCall call) {
            return new Shown(HttpHeaders.COOKIE, new Secret("Session_id=" + id.reveal()));
        }

        @Override
        public boolean lent() {
            return true;
        }
    }

    UserSession(AccountId account, Domains domains, VendorCalls calls, Ids ids) {
        this.account = account;
        this.domains = domains;
        this.calls = calls;
        this.ids = ids;
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    /** Brings no other bearer. */
    @Override
    public Uni<Void> prolong() {
        return say(Purpose.REFRESH, "refresh");
    }

    @Override
    public Uni<Void> giveBack() {
        return say(Purpose.LOGOUT, "logout");
    }

    private Uni<Void> say(Purpose purpose, String word) {
        VendorRequest.Body body = VendorRequest.Body.json(
                new JsonObject().put("csrf", ids.csrf().reveal()).toBuffer());
        return domains.host(account, VendorService.AGENT_VEP)
                .map(host -> VendorCall.post(account, purpose, host, "/api/account/" + account + "/" + word, body))
                .chain(call -> calls.send(call.as(new Cookie(ids.cookie()))))
                .replaceWithVoid();
    }
}
