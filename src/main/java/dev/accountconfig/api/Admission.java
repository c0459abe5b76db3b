package dev.accountconfig.api;

import dev.accountconfig.access.Caller;
import dev.accountconfig.access.Callers;
import dev.accountconfig.access.Presented;
import dev.accountconfig.access.Verb;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Lets a request in, or does not: on the event loop, before its body is read and before anybody looks for its answer.
 *
 * <pre>
 *   open to all                                  in
 *   nobody, or somebody unknown                  401
 *   a caller that asks too much                  429
 *   an account that is not the caller's own      404, word for word what an account gets that does not exist
 *   its own account, without the verb            403
 *   its own account; none at all; nonsense       in: to its answer, or to what is said of nonsense
 * </pre>
 */
@Singleton
class Admission {
    /** What metrics call the path of what was not let in. */
    private static final String REFUSED = "/refused";

    /** What they call the path of OPTIONS, which the framework answers by itself. */
    private static final String ASKED_WHAT = "/options";

    private static final Problem UNKNOWN_CALLER = Problem.of(
            ProblemType.UNKNOWN_CALLER, "Send Authorization: Bearer with a key or a token, or X-API-Key with a key.");

    private final Callers callers;
    private final ClientCertificates certificates;
    private final InstantSource clock;

    Admission(Callers callers, InstantSource clock) {
        this.callers = callers;
        this.certificates = new ClientCertificates();
        this.clock = clock;
    }

    void open(@Observes Filters filters) {
        filters.register(this::check, FrontOrder.ADMISSION);
    }

    void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (HttpMethod.OPTIONS.equals(request.method())) {
            PathTemplate.set(request, ASKED_WHAT);
        }
        Errand errand = Errand.of(context);
        Verb verb = errand.verb();
        if (verb == null) {
            context.next();
            return;
        }
        Presented presented = presented(request);
        Optional<Caller> known = callers.identify(presented);
        if (known.isEmpty()) {
            Introduction.challenge(context.response(), presented);
            refuse(context, UNKNOWN_CALLER);
        } else {
            admit(known.get(), verb, errand, context);
        }
    }

    private void admit(Caller caller, Verb verb, Errand errand, RoutingContext context) {
        Duration pause = caller.spend();
        String account = errand.account();
        if (!pause.isZero()) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(WholeSeconds.of(pause)));
            refuse(context, tooMany());
        } else if (account != null && !caller.has(account)) {
            refuse(context, AccountSchedules.unknown(account));
        } else if (account != null && !caller.may(verb)) {
            refuse(context, withoutVerb(verb));
        } else {
            new Admitted(caller, account).into(context);
            context.next();
        }
    }

    /**
     * Whether a read may be answered on the spot, and counts it if so. Whoever is not let in here is not refused either: what
     * takes more than a look at the head is decided by {@link #check}, and so is what is said of it.
     */
    boolean admits(MultiMap headers, Errand errand) {
        if (errand.verb() == null) {
            return true;
        }
        Presented presented = callers.areEverybody() ? Presented.nothing() : Introduction.of(headers);
        Caller caller = callers.recognise(presented);
        return caller != null && errand.isAllowedTo(caller) && caller.spend().isZero();
    }

    private Presented presented(HttpServerRequest request) {
        if (callers.areEverybody()) {
            return Presented.nothing();
        }
        Presented said = Introduction.of(request.headers());
        return said.isNothing() && callers.knowCertificates()
                ? new Presented(
                        said.authorization(),
                        said.apiKey(),
                        certificates.of(request.connection()).orElse(null))
                : said;
    }

    private static Problem tooMany() {
        return Problem.of(ProblemType.TOO_MANY_REQUESTS, "Come back when Retry-After says.");
    }

    private static Problem withoutVerb(Verb verb) {
        return Problem.of(ProblemType.NOT_ALLOWED_TO_CALLER, "You may not " + verb.word() + " here.");
    }

    /** The connection stays: what is still to come of the body is read and dropped, so that the next request is understood. */
    private void refuse(RoutingContext context, Problem problem) {
        HttpServerRequest request = context.request();
        String path = request.path();
        PathTemplate.set(request, REFUSED);
        ErrorBody body = ErrorBody.of(problem.at(path), path, clock.instant());
        Unstored.end(request.response(), problem.status(), body.mediaType(), Buffer.buffer(body.json()));
        request.resume();
    }
}
