package dev.accountconfig.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.accountconfig.api.FaceSignIn.Granted;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sign-in, in the vendor's shape (contract 5, 11.2). What nobody here knows is empty; the account's time zone, which could
 * only be guessed, is left out.
 *
 * @param sessionTTl milliseconds, as text; the vendor spells it so
 */
@Schema(name = "Login")
@JsonPropertyOrder({
    "csrf",
    "wsuk",
    "config",
    "csdsCollectionResponse",
    "accountData",
    "sessionTTl",
    "bearer",
    "sessionId"
})
public record LoginView(
        String csrf,
        String wsuk,
        Config config,
        BaseUri.Collection csdsCollectionResponse,
        AccountPart accountData,
        @Schema(examples = "28800000") String sessionTTl,
        String bearer,
        String sessionId) {

    /** @param serverCurrentTime epoch milliseconds */
    @JsonPropertyOrder({
        "loginName",
        "userId",
        "userPrivileges",
        "serverCurrentTime",
        "timeDiff",
        "serverTimeZoneName",
        "serverTimeGMTDiff",
        "isLPA",
        "isAdmin"
    })
    public record Config(
            String loginName,
            String userId,
            List<Integer> userPrivileges,
            long serverCurrentTime,
            int timeDiff,
            String serverTimeZoneName,
            int serverTimeGMTDiff,
            @JsonProperty("isLPA") boolean isLpa,
            @JsonProperty("isAdmin") boolean isAdmin) {}

    public record AccountPart(AgentGroups agentGroupsData) {}

    public record AgentGroups(List<String> items, int revision) {}

    static LoginView of(Granted granted, String loginName, BaseUri.Collection services, Instant now) {
        return new LoginView(
                granted.csrf(),
                "0",
                new Config(loginName, "0", List.of(), now.toEpochMilli(), 0, "UTC", 0, false, false),
                services,
                new AccountPart(new AgentGroups(List.of(), 0)),
                Long.toString(granted.lifetime().toMillis()),
                granted.bearer(),
                granted.sessionId());
    }

    @Override
    public String toString() {
        return "LoginView[...]";
    }
}
