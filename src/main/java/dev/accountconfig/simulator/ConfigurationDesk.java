package dev.accountconfig.simulator;

import java.util.Optional;
import java.util.regex.Pattern;

/** accountConfig (contract, sections 1 to 3): who asks, may they, and which desk answers; dressed as captured answers are. */
final class ConfigurationDesk {

    private static final Pattern ACCOUNT_ID = Pattern.compile("[a-zA-Z0-9_]{1,20}");
    private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final String BEARER = "Bearer ";

    private final World world;
    private final Sessions sessions;
    private final ApiKeys apiKeys;
    private final Habits habits;
    private final Preconditions preconditions;
    private final ReadDesk reads;
    private final WriteDesk writes;
    private final SkillDesk skills;

    ConfigurationDesk(World world, Sessions sessions, ApiKeys apiKeys, Habits habits) {
        this.world = world;
        this.sessions = sessions;
        this.apiKeys = apiKeys;
        this.habits = habits;
        preconditions = new Preconditions(habits);
        reads = new ReadDesk(habits);
        writes = new WriteDesk(habits, preconditions);
        skills = new SkillDesk(habits, preconditions);
    }

    Answer objects(Kind kind, Received request) {
        return dressed(treated(kind, request));
    }

    /** A resource that the simulator knows only as a document. */
    Answer document(Received request) {
        return dressed(treatedDocument(request));
    }

    private Answer treated(Kind kind, Received request) {
        try {
            var account = admitted(kind.type(), request);
            synchronized (account) {
                return inOneRevision(account, kind, request);
            }
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private Answer inOneRevision(Account account, Kind kind, Received request) {
        try {
            var answer = route(account, kind, request);
            long revision = Revisions.of(account, kind, habits);
            return request.isRead()
                    ? preconditions.unlessKnown(request, revision, kind.isHours(), answer)
                    : answer.with(Preconditions.REVISION, Long.toString(revision));
        } catch (Refusal refusal) {
            var revision = Revisions.of(account, kind, habits);
            return refusal.answer().with(Preconditions.REVISION, Long.toString(revision));
        }
    }

    private Answer route(Account account, Kind kind, Received request) {
        boolean collection = request.tail().isEmpty();
        return switch (request.verb()) {
            case "GET" -> reads.answer(account, kind, request);
            case "PUT" ->
                kind.isHours()
                        ? collection ? writes.update(account, kind, request) : notAllowed(kind)
                        : skills.update(account, request);
            case "POST" -> kind.isHours() && collection ? writes.create(account, kind, request) : notAllowed(kind);
            case "DELETE" -> kind.isHours() ? writes.delete(account, kind, request) : notAllowed(kind);
            default -> notAllowed(kind);
        };
    }

    private Answer treatedDocument(Received request) {
        try {
            var account = admitted("configuration", request);
            return account.document(request.tail())
                    .filter(document -> request.isRead())
                    .map(document ->
                            preconditions.unlessKnown(request, account.revision(), false, Answer.json(200, document)))
                    .orElseThrow(() -> Ids.noData("configuration"));
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private Account admitted(String type, Received request) {
        if (!ACCOUNT_ID.matcher(request.account()).matches()) {
            throw Refusal.badRequest(type, "Invalid Account id: " + request.account());
        }
        if (!privilege(type, request).covers(request)) {
            throw new Refusal(Answer.configurationError(403, type, 11, "The operation encountered a privilege error"));
        }
        request.parameter("v").filter(v -> !VERSION.matcher(v).matches()).ifPresent(v -> {
            throw Refusal.badRequest(type, "v is not a number: " + v);
        });
        return world.find(request.account())
                .map(account -> lags(request) ? account.former() : account)
                .orElseThrow(() -> Ids.noData(type));
    }

    /** The two sides are told apart by the host that was asked; where both are at one address, there is nothing to tell. */
    private boolean lags(Received request) {
        return habits.has(Quirk.READ_ONLY_LAGS)
                && request.isRead()
                && world.address("accountConfigReadOnly").equals(request.header("host"));
    }

    private Privilege privilege(String type, Received request) {
        if (request.header("authorization")
                .filter(value -> value.startsWith("OAuth "))
                .isPresent()) {
            return apiKeys.privilege(request);
        }
        return bearer(request)
                .flatMap(
                        bearer -> sessions.of(request.account(), bearer).or(() -> sessions.of(request.meant(), bearer)))
                .map(Session::privilege)
                .orElseThrow(() -> new Refusal(Answer.configurationError(401, type, 10, "Not Authorized")));
    }

    private static Optional<String> bearer(Received request) {
        return request.header("authorization")
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    private static Answer notAllowed(Kind kind) {
        throw new Refusal(Answer.configurationError(405, kind.type(), 4, "Method Not Allowed"));
    }

    /** The headers of a captured answer (contract, section 8.1), worthless and therefore to be stripped. */
    private Answer dressed(Answer answer) {
        return answer.with("set-cookie", "JSESSIONID=" + sessions.hex(32) + "; Path=/; HttpOnly")
                .with("x-lp-host", sessions.hex(12))
                .with("x-content-type-options", "nosniff");
    }
}
