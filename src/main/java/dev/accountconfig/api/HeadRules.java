package dev.accountconfig.api;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.AsciiString;
import io.vertx.core.http.HttpServerRequest;
import java.util.Iterator;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether the head of an HTTP/1 request can be read in one way only, by us and by every proxy before us (RFC 9112, sections
 * 3.2, 6.1 and 6.3; RFC 9110, section 5), and keeps the limits. The decoder has its own rules, which come first. Pure.
 */
final class HeadRules {
    static final Problem TWO_READINGS = Problem.of(
            ProblemType.MALFORMED_TARGET, "The path holds ; or an encoded separator, or a dot or empty segment.");

    static final Problem NO_HOST =
            Problem.of(ProblemType.REQUEST_REFUSED, "The Host header must be a host, or a host and a port.");

    private static final Problem NO_LENGTH =
            Problem.of(ProblemType.LENGTH_REQUIRED, "Send the body with a Content-Length, and not in chunks.");

    static final Problem TOO_SLOW = Problem.of(ProblemType.REQUEST_TIMEOUT, "The head of the request did not end.");

    private static final Problem MISSPELT = Problem.of(
            ProblemType.MALFORMED_TARGET, "The target holds a character that must be percent-encoded, or % alone.");

    private static final Problem NO_PATH = Problem.of(
            ProblemType.MALFORMED_TARGET, "The target must be a path, or begin with the host that Host names.");

    private static final Problem NOT_HTTP =
            Problem.of(ProblemType.REQUEST_REFUSED, "It is not HTTP/1.1 or HTTP/1.0 as RFC 9112 has it.");

    private static final Problem NO_SUCH_CODING = Problem.of(
            ProblemType.REQUEST_REFUSED, "Only a body with a Content-Length is taken, and no Transfer-Encoding.");

    private static final Problem NO_PROXY =
            Problem.of(ProblemType.METHOD_NOT_ALLOWED, "There is nothing to connect to here.");

    private static final Problem LONG_LINE =
            Problem.of(ProblemType.TARGET_TOO_LONG, "A request line has at most 4 KB.");

    private static final Problem LONG_HEAD =
            Problem.of(ProblemType.HEAD_TOO_LARGE, "Header fields have at most 8 KB together.");

    /** RFC 3986 section 3.2.2; whatever begins otherwise is looked at letter by letter. */
    private static final Pattern IP_LITERAL = Pattern.compile("\\[[0-9A-Fa-f:.]{2,45}](?::[0-9]{0,5})?");

    private static final Set<String> WITH_A_BODY = Set.of("POST", "PUT", "PATCH");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    private final HeadLimits limits;

    HeadRules(HeadLimits limits) {
        this.limits = limits;
    }

    /** @return null for a head that is as it should be */
    @Nullable
    Problem refusal(HttpRequest head) {
        return head.decoderResult().isSuccess()
                ? broken(head)
                : undecoded(head.decoderResult().cause());
    }

    /** A body of unsaid length would be read on the worker pool, and a slow one would stop all who need it. */
    Optional<Problem> refusalOfHttp2(HttpServerRequest head) {
        String length = head.getHeader(HttpHeaderNames.CONTENT_LENGTH);
        if (length == null && WITH_A_BODY.contains(head.method().name())) {
            return Optional.of(NO_LENGTH);
        }
        Problem problem = length(length == null ? List.of() : List.of(length));
        return Optional.ofNullable(problem == null ? spelling(head.uri()) : problem);
    }

    private static Problem undecoded(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return LONG_LINE;
        }
        return cause instanceof TooLongHttpHeaderException ? LONG_HEAD : NOT_HTTP;
    }

    private @Nullable Problem broken(HttpRequest head) {
        if (!isHttp1(head.protocolVersion()) || !isToken(head.method())) {
            return NOT_HTTP;
        }
        if (head.method().equals(HttpMethod.CONNECT)) {
            return NO_PROXY;
        }
        Problem problem = framing(head);
        return problem == null ? addressing(head) : problem;
    }

    private static boolean isToken(HttpMethod method) {
        return method.equals(HttpMethod.GET) || TOKEN.matcher(method.name()).matches();
    }

    /** The decoder makes another object of the same version where its name is not spelt as it should be. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isHttp1(HttpVersion version) {
        return version == HttpVersion.HTTP_1_1 || version == HttpVersion.HTTP_1_0;
    }

    /** Where the body ends, which decides where the next request begins. */
    private @Nullable Problem framing(HttpRequest head) {
        HttpHeaders headers = head.headers();
        if (headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            return isChunked(headers.getAll(HttpHeaderNames.TRANSFER_ENCODING)) ? NO_LENGTH : NO_SUCH_CODING;
        }
        // The decoder reads eight bytes more for a WebSocket of 2010, and nobody else does.
        if (headers.contains(HttpHeaderNames.SEC_WEBSOCKET_KEY1)) {
            return NOT_HTTP;
        }
        Problem problem = fields(headers);
        return problem != null || !headers.contains(HttpHeaderNames.CONTENT_LENGTH)
                ? problem
                : length(headers.getAll(HttpHeaderNames.CONTENT_LENGTH));
    }

    private @Nullable Problem fields(HttpHeaders headers) {
        int fields = 0;
        for (Iterator<Entry<CharSequence, CharSequence>> all = headers.iteratorCharSequence();
                all.hasNext();
                fields++) {
            if (all.next().getKey().isEmpty()) {
                return NOT_HTTP;
            }
        }
        return fields > limits.fields() ? tooMany() : null;
    }

    private Problem tooMany() {
        return Problem.of(ProblemType.HEAD_TOO_LARGE, "A request has at most " + limits.fields() + " header fields.");
    }

    private static boolean isChunked(List<String> codings) {
        return codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked");
    }

    private @Nullable Problem length(List<String> said) {
        if (said.isEmpty()) {
            return null;
        }
        if (said.size() > 1 || !DIGITS.matcher(said.get(0)).matches()) {
            return NOT_HTTP;
        }
        return Long.parseLong(said.get(0)) > limits.body() ? FrontDoor.TOO_LARGE : null;
    }

    private static @Nullable Problem addressing(HttpRequest head) {
        String host = head.headers().get(HttpHeaderNames.HOST);
        return host == null || isSaidTwice(HttpHeaderNames.HOST, head.headers()) || !isHost(host)
                ? NO_HOST
                : target(host, head.uri());
    }

    static boolean isSaidTwice(AsciiString name, HttpHeaders headers) {
        int said = 0;
        for (Iterator<Entry<CharSequence, CharSequence>> all = headers.iteratorCharSequence(); all.hasNext(); ) {
            said += name.contentEqualsIgnoreCase(all.next().getKey()) ? 1 : 0;
        }
        return said > 1;
    }

    private static boolean isHost(String said) {
        if (said.startsWith("[")) {
            return IP_LITERAL.matcher(said).matches();
        }
        int end = said.indexOf(':');
        int port = end < 0 ? 0 : said.length() - end - 1;
        int name = end < 0 ? said.length() : end;
        return name >= 1
                && name <= 255
                && port <= 5
                && RequestTarget.isUnreserved(said, 0, name)
                && RequestTarget.isNumber(said, said.length() - port);
    }

    private static @Nullable Problem target(String host, String target) {
        return RequestTarget.isOf(host, target) ? spelling(target) : NO_PATH;
    }

    private static @Nullable Problem spelling(String target) {
        if (RequestTarget.ambiguous(target)) {
            return TWO_READINGS;
        }
        return RequestTarget.wellSpelt(target) ? null : MISSPELT;
    }
}
