package dev.accountconfig.simulator;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;

/** LivePerson in good health: every request has an answer, and at once. */
final class Vendor {

    private final InstantSource clock;
    private final World world = new World();
    private final Habits habits = new Habits();
    private final ApiKeys apiKeys;
    private final Sessions sessions;
    private final DomainDesk domains;
    private final LoginDesk logins;
    private final TokenDesk tokens;
    private final ConfigurationDesk configuration;

    Vendor(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        apiKeys = new ApiKeys(clock, habits);
        sessions = new Sessions(clock, random);
        domains = new DomainDesk(world, habits, clock);
        logins = new LoginDesk(world, sessions, domains, clock);
        tokens = new TokenDesk(world, sessions, habits);
        configuration = new ConfigurationDesk(world, sessions, apiKeys, habits);
    }

    World world() {
        return world;
    }

    Habits habits() {
        return habits;
    }

    Sessions sessions() {
        return sessions;
    }

    ApiKeys apiKeys() {
        return apiKeys;
    }

    Answer answer(Received request) {
        return route(request).with("date", date());
    }

    void restore() {
        world.restore();
        sessions.restore();
        apiKeys.restore();
        habits.forget();
    }

    private Answer route(Received request) {
        return switch (request.service()) {
            case DOMAINS -> request.isRead() ? domains.answer(request) : notAllowed();
            case LOGIN -> isPost(request) ? logins.login(request) : notAllowed();
            case REFRESH -> isPost(request) ? logins.refresh(request) : notAllowed();
            case LOGOUT -> isPost(request) ? logins.logout(request) : notAllowed();
            case TOKENS -> isPost(request) ? tokens.answer(request) : notAllowed();
            case OCCASIONS -> configuration.objects(Kind.OCCASIONS, request);
            case WORKDAYS -> configuration.objects(Kind.WORKDAYS, request);
            case SKILLS -> configuration.objects(Kind.SKILLS, request);
            case OTHER_CONFIGURATION -> configuration.document(request);
            case CONTROL, ELSEWHERE -> Answer.text(404, "text/html", "<html><body>Not Found</body></html>");
        };
    }

    private Answer notAllowed() {
        return Answer.json(405, LoginDesk.error(clock, 4, "Method Not Allowed"));
    }

    private static boolean isPost(Received request) {
        return request.method().equals("POST");
    }

    private String date() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atZone(ZoneOffset.UTC));
    }
}
