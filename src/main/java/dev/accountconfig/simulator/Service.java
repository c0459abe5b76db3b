package dev.accountconfig.simulator;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request is for, told by its path (contract, sections 0, 2.5, 4, 5 and 6.2). The first that fits counts. */
public enum Service {
    /** The Domain API in both forms, under its present and its former prefix. */
    DOMAINS("/(?:api|csdr)/account/(?<account>[^/]+)/service(?:/(?<tail>[^/]+))?/baseURI\\.json"),
    LOGIN("/api/account/(?<account>[^/]+)/login(?<tail>)"),
    REFRESH("/api/account/(?<account>[^/]+)/refresh(?<tail>)"),
    LOGOUT("/api/account/(?<account>[^/]+)/logout(?<tail>)"),
    OCCASIONS("/api/account/(?<account>[^/]+)/configuration/ac-common/specialoccasion(?:/(?<tail>[^/]*))?"),
    WORKDAYS("/api/account/(?<account>[^/]+)/configuration/ac-common/workinghours(?:/(?<tail>[^/]*))?"),
    SKILLS("/api/account/(?<account>[^/]+)/configuration/le-users/skills(?:/(?<tail>[^/]*))?"),
    /** Every other resource of accountConfig: answered from {@link Account#document}. */
    OTHER_CONFIGURATION("/api/account/(?<account>[^/]+)/configuration/(?<tail>.+)"),
    /** The token end point of sentinel, OAuth 2. */
    TOKENS("/sentinel/api(?:/v2)?/account/(?<account>[^/]+)/app/token(?<tail>)"),
    /** The control path of the simulator itself; never recorded, never struck by a mishap. */
    CONTROL("/_simulator(?<account>)(?:/(?<tail>.*))?"),
    /** No service of the vendor. */
    ELSEWHERE("(?<account>)(?<tail>.*)");

    static final Set<Service> CONFIGURATION = EnumSet.of(OCCASIONS, WORKDAYS, SKILLS, OTHER_CONFIGURATION);

    private final Pattern path;

    Service(String path) {
        this.path = Pattern.compile(path);
    }

    /** A path taken apart: the account is empty where the path names none, the tail where nothing follows. */
    record Address(Service service, String account, String tail) {}

    static Address addressOf(String path) {
        for (Service service : values()) {
            var matcher = service.path.matcher(path);
            if (matcher.matches()) {
                return new Address(service, matcher.group("account"), orEmpty(matcher.group("tail")));
            }
        }
        return new Address(ELSEWHERE, "", path);
    }

    private static String orEmpty(@Nullable String group) {
        return group == null ? "" : group;
    }
}
