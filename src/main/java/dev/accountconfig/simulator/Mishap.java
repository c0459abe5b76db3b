package dev.accountconfig.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can go wrong between a client and the vendor. A mishap either answers in the vendor's place, and then
 * the request was not carried out; or it bends the vendor's answer or spoils its way back, and then it was.
 *
 * <table>
 * <caption>the vocabulary</caption>
 * <tr><td>instead of an answer</td><td>{@link Throttle}, {@link Fail}, {@link Say}, {@link Redirect}, {@link Garble}, {@link Oversize}, {@link GzipBomb}</td></tr>
 * <tr><td>another answer</td><td>{@link ExpireTokens}, {@link MoveHost}, {@link WrongAccount}, {@link ListWithoutEvents},
 * {@link HeaderFlood}</td></tr>
 * <tr><td>on the way back</td><td>{@link Slow}, {@link Truncate}, {@link Drip}, {@link Stall}, {@link Reset}</td></tr>
 * <tr><td>nothing</td><td>{@link None}: lets a number of requests through before the next mishap strikes</td></tr>
 * </table>
 */
public sealed interface Mishap {

    /** The answer, as far as it gets this far at all. */
    default Answer answer(Vendor vendor, Received request) {
        return vendor.answer(request);
    }

    /** How the answer leaves. */
    default void deliver(Answer answer, Line line) {
        line.send(answer);
    }

    /** Nothing goes wrong. */
    record None() implements Mishap {}

    /** The whole answer, after a while. */
    record Slow(Duration before) implements Mishap {
        @Override
        public void deliver(Answer answer, Line line) {
            line.after(before, () -> line.send(answer));
        }
    }

    /** 429, as the vendor does on too many concurrent requests (contract, section 7). */
    record Throttle(@Nullable Duration retryAfter) implements Mishap {
        @Override
        public Answer answer(Vendor vendor, Received request) {
            var answer = Answer.empty(429);
            return retryAfter == null ? answer : answer.with("retry-after", Long.toString(retryAfter.toSeconds()));
        }
    }

    /** What an error answer contains: services speak JSON, gateways HTML or nothing (contract, section 8.5). */
    enum Body {
        JSON,
        HTML,
        EMPTY
    }

    /** Any status with any body. */
    record Fail(int status, Body body) implements Mishap {
        @Override
        public Answer answer(Vendor vendor, Received request) {
            return switch (body) {
                case JSON -> Answer.configurationError(status, "simulated", 20, "simulated failure");
                case HTML -> Answer.text(status, "text/html", "<html><body><h1>" + status + "</h1></body></html>");
                case EMPTY -> Answer.empty(status);
            };
        }
    }

    /** 200 with this for JSON, whatever it is. */
    record Say(String body) implements Mishap {
        @Override
        public Answer answer(Vendor vendor, Received request) {
            return Answer.text(200, "application/json", body);
        }
    }

    /** What stands where JSON is expected. */
    enum Nonsense {
        /** A page of a gateway or of a sign-in portal. */
        HTML,
        /** Says that it is JSON, and ends in the middle. */
        BROKEN_JSON
    }

    /** 200 with something else than what was asked for. */
    record Garble(Nonsense nonsense) implements Mishap {
        @Override
        public Answer answer(Vendor vendor, Received request) {
            return switch (nonsense) {
                case HTML -> Answer.text(200, "text/html", "<html><body>Please sign in</body></html>");
                case BROKEN_JSON -> Answer.text(200, "application/json", "[{\"id\": 41010");
            };
        }
    }

    /** Announces the whole length, sends half of it, closes. */
    record Truncate() implements Mishap {
        @Override
        public void deliver(Answer answer, Line line) {
            line.sendHalf(answer);
        }
    }

    /** One byte at a time. */
    record Drip(Duration interval) implements Mishap {
        @Override
        public void deliver(Answer answer, Line line) {
            line.drip(answer, interval);
        }
    }

    /** The headers, then silence until the client leaves. */
    record Stall() implements Mishap {
        @Override
        public void deliver(Answer answer, Line line) {
            line.stall(answer);
        }
    }

    /** An array of JSON as long as wished and with nothing in it, of unannounced length; it is never held in memory. */
    record Oversize(long bytes) implements Mishap {
        @Override
        public Answer answer(Vendor vendor, Received request) {
            return Answer.text(200, "application/json", "");
        }

        @Override
        public void deliver(Answer answer, Line line) {
            line.flood(answer, bytes);
        }
    }

    /**
     * 200 with {@code Content-Encoding: gzip}, whether or not the client accepts one, and a small body: an array of JSON with
     * nothing in it that unpacks to so many bytes, about a thousand times what is sent.
     */
    record GzipBomb(long bytes) implements Mishap {
        @Override
        public Answer answer(Vendor vendor, Received request) {
            return new Answer(
                    200,
                    Map.of("content-type", "application/json", "content-encoding", "gzip"),
                    Zipped.blankArray(bytes));
        }
    }

    /** 302 to another address, where a client that follows would show its credentials. */
    record Redirect(String location) implements Mishap {
        @Override
        public Answer answer(Vendor vendor, Received request) {
            return Answer.empty(302).with("location", location);
        }
    }

    /** The vendor's answer beneath so many headers of a kilobyte each. */
    record HeaderFlood(int headers) implements Mishap {
        private static final String KILOBYTE = "x".repeat(1024);

        @Override
        public Answer answer(Vendor vendor, Received request) {
            var answer = vendor.answer(request);
            var flood = new LinkedHashMap<>(answer.headers());
            for (int header = 0; header < headers; header++) {
                flood.put("x-flood-" + header, KILOBYTE);
            }
            return new Answer(answer.status(), flood, answer.body());
        }
    }

    /** The connection is reset, RST, instead of an answer. */
    record Reset() implements Mishap {
        @Override
        public void deliver(Answer answer, Line line) {
            line.reset();
        }
    }

    /** All bearers are dead before the request is looked at, of every account; so a read is answered 401. */
    record ExpireTokens() implements Mishap {
        @Override
        public Answer answer(Vendor vendor, Received request) {
            vendor.sessions().expireAll();
            return vendor.answer(request);
        }
    }

    /** The Domain API and the login answer name another host for every service (contract, section 4). */
    record MoveHost(String host) implements Mishap {
        @Override
        public Answer answer(Vendor vendor, Received request) {
            return vendor.answer(request)
                    .mapJson(body ->
                            body.findParents("baseURI").forEach(entry -> ((ObjectNode) entry).put("baseURI", host)));
        }
    }

    /**
     * The vendor takes the caller's account for another one: the Domain API and the login answer name that account, the bearer
     * is that account's, and a read carries that account's objects, in which nothing names an account at all. Whoever may read
     * the right account may read the wrong one. A read that names a revision is compared with the other account's: all accounts
     * begin with the same one, so it is answered 304 until one of them has changed.
     */
    record WrongAccount(String account) implements Mishap {
        @Override
        public Answer answer(Vendor vendor, Received request) {
            return vendor.answer(request.mistakenFor(account));
        }
    }

    /** A list comes without {@code events}, whatever was selected; by id they are there (contract, section 10.1). */
    record ListWithoutEvents() implements Mishap {
        @Override
        public Answer answer(Vendor vendor, Received request) {
            var answer = vendor.answer(request);
            return request.tail().isEmpty()
                    ? answer.mapJson(
                            body -> body.findParents("events").forEach(item -> ((ObjectNode) item).remove("events")))
                    : answer;
        }
    }
}
