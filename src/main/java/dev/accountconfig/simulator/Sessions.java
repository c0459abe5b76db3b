package dev.accountconfig.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Users and who of them is signed in. A user has one session an account: a second login kills the first bearer, and use
 * does not prolong a session, only refresh does (contract, section 5). Tokens of OAuth 2 clients are held beside them and
 * do not push each other out (section 6.2).
 */
final class Sessions {

    static final Duration SESSION_LENGTH = Duration.ofHours(8);
    static final Duration TOKEN_LENGTH = Duration.ofHours(1);

    private record User(String password, Privilege privilege) {}

    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, User> users = new HashMap<>();
    private final Map<String, Session> byBearer = new HashMap<>();
    private final Scopes scopes = new Scopes();
    private Duration length = SESSION_LENGTH;
    private Duration tokenLength = TOKEN_LENGTH;

    Sessions(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
        restore();
    }

    synchronized void user(String name, String password, Privilege privilege) {
        users.put(name, new User(password, privilege));
    }

    synchronized void length(Duration other) {
        length = other;
    }

    synchronized Duration length() {
        return length;
    }

    /** Empty where name and password do not fit. */
    synchronized Optional<Session> login(String account, String name, String password) {
        return Optional.ofNullable(users.get(name))
                .filter(user -> user.password().equals(password))
                .map(user -> begin(account, name, user.privilege()));
    }

    synchronized void tokenLength(Duration other) {
        tokenLength = other;
    }

    synchronized Duration tokenLength() {
        return tokenLength;
    }

    Scopes scopes() {
        return scopes;
    }

    boolean maySee(String clientId, String scope) {
        return scopes.include(clientId, scope);
    }

    /** A token for an OAuth 2 client, whose id and secret are a user's name and password here. */
    synchronized Optional<Session> token(String account, String clientId, String secret, String scope) {
        return Optional.ofNullable(users.get(clientId))
                .filter(user -> user.password().equals(secret))
                .map(user -> fresh(account, clientId, scopes.cut(user.privilege(), clientId, scope), tokenLength))
                .map(session -> keep(session.withBearer(jwt(session, scopes.granted(clientId, scope)))));
    }

    /** The claims of the documented sample (contract, section 6.2). */
    private String jwt(Session session, String scope) {
        var claims = Json.object()
                .put("aud", session.account())
                .put("azp", session.user())
                .put("scope", scope)
                .put("iss", "Sentinel")
                .put("iat", clock.instant().getEpochSecond())
                .put("exp", session.expires().getEpochSecond());
        return encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(claims.toString()) + "." + hex(86);
    }

    private static String encoded(String part) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8));
    }

    /** The living session of a bearer, for this account only. */
    synchronized Optional<Session> of(String account, String bearer) {
        return Optional.ofNullable(byBearer.get(bearer)).filter(session -> lives(session, account));
    }

    /** The living session of a cookie. */
    synchronized Optional<Session> ofCookie(String account, String sessionId) {
        return byBearer.values().stream()
                .filter(session -> session.id().equals(sessionId) && lives(session, account))
                .findFirst();
    }

    synchronized void refresh(Session session) {
        keep(session.until(clock.instant().plus(length)));
    }

    synchronized void end(Session session) {
        byBearer.remove(session.bearer());
    }

    /** Every bearer is dead at once; users may sign in again. */
    synchronized void expireAll() {
        byBearer.clear();
    }

    /** Those of one account. */
    synchronized void expire(String account) {
        byBearer.values().removeIf(session -> session.account().equals(account));
    }

    synchronized void restore() {
        byBearer.clear();
        users.clear();
        length = SESSION_LENGTH;
        tokenLength = TOKEN_LENGTH;
        scopes.restore();
        user("hours-proxy", "simulated", Privilege.EVERYTHING);
    }

    /** As many hexadecimal digits as asked for. */
    String hex(int digits) {
        var text = new StringBuilder(digits);
        random.ints(digits, 0, 16).forEach(digit -> text.append(Character.forDigit(digit, 16)));
        return text.toString();
    }

    private Session begin(String account, String name, Privilege privilege) {
        byBearer.values()
                .removeIf(session -> session.account().equals(account)
                        && session.user().equals(name)
                        && !session.csrf().isEmpty());
        return keep(fresh(account, name, privilege, length).withCsrf(hex(64)));
    }

    private Session fresh(String account, String name, Privilege privilege, Duration lifetime) {
        return new Session(
                account, name, privilege, hex(64), "", hex(32), clock.instant().plus(lifetime));
    }

    private Session keep(Session session) {
        byBearer.values().removeIf(other -> !other.aliveAt(clock.instant()));
        byBearer.put(session.bearer(), session);
        return session;
    }

    private boolean lives(Session session, String account) {
        return session.account().equals(account) && session.aliveAt(clock.instant());
    }
}
