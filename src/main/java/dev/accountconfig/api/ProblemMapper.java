package dev.accountconfig.api;

import dev.accountconfig.cache.OriginFailure;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure becomes a problem; only a bug of ours is logged, and without the caller's query. */
class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    /** RFC 9110 section 15.5.6 wants the header; every route is read-only so far, and the framework does not tell. */
    private static final String READ_ONLY = "GET, HEAD, OPTIONS";

    @ServerExceptionMapper
    RestResponse<byte[]> problem(ProblemException exception, UriInfo uri) {
        ResponseBuilder<byte[]> response = response(exception.problem(), uri);
        exception
                .caching()
                .ifPresent(
                        caching -> response.header("Age", caching.age()).header("Cache-Status", caching.cacheStatus()));
        return response.build();
    }

    @ServerExceptionMapper
    RestResponse<byte[]> noAnswer(OriginFailure failure, UriInfo uri) {
        ProblemType type = switch (failure.reason()) {
            case UNAVAILABLE -> ProblemType.VENDOR_UNAVAILABLE;
            case REFUSED -> ProblemType.VENDOR_REFUSES;
        };
        ResponseBuilder<byte[]> response = response(Problem.of(type, "LivePerson " + failure.getMessage() + "."), uri)
                .header("Cache-Status", CacheHeaders.FAILED);
        if (failure.reason() == OriginFailure.Reason.UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, wholeSeconds(failure));
        }
        return response.build();
    }

    @ServerExceptionMapper
    RestResponse<byte[]> nothingThere(NotFoundException exception, UriInfo uri) {
        return response(Problem.of(ProblemType.NO_SUCH_RESOURCE, "The OpenAPI description lists what there is."), uri)
                .build();
    }

    @ServerExceptionMapper
    RestResponse<byte[]> notAllowed(NotAllowedException exception, UriInfo uri) {
        return response(Problem.of(ProblemType.METHOD_NOT_ALLOWED, "It is for reading: GET and HEAD."), uri)
                .header(HttpHeaders.ALLOW, READ_ONLY)
                .build();
    }

    @ServerExceptionMapper
    RestResponse<byte[]> notAcceptable(NotAcceptableException exception, UriInfo uri) {
        return response(
                        Problem.of(ProblemType.NOT_ACCEPTABLE, "Ask for JSON, or, of hours.ics, for text/calendar."),
                        uri)
                .build();
    }

    @ServerExceptionMapper
    RestResponse<byte[]> refused(WebApplicationException exception, UriInfo uri) {
        Problem general = Problem.of(ProblemType.REQUEST_REFUSED, "It cannot be understood.");
        int status = exception.getResponse().getStatus();
        return response(
                        new Problem(general.type(), general.title(), status, general.detail(), null, general.errors()),
                        uri)
                .build();
    }

    @ServerExceptionMapper
    RestResponse<byte[]> bug(Throwable bug, UriInfo uri) {
        LOG.errorf(bug, "A request for %s failed by a bug", path(uri));
        return response(Problem.of(ProblemType.INTERNAL, "It is in our log."), uri)
                .build();
    }

    private static ResponseBuilder<byte[]> response(Problem problem, UriInfo uri) {
        return ResponseBuilder.<byte[]>create(problem.status())
                .entity(Json.bytes(problem.at(path(uri))))
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** As it was sent, without the query: decoded, it would be no reference, and could forge a line of the log. */
    private static String path(UriInfo uri) {
        return uri.getRequestUri().getRawPath();
    }

    /** Rounded up: a caller that comes back too early is refused again. */
    private static long wholeSeconds(OriginFailure failure) {
        return failure.retryAfter().plusNanos(999_999_999).toSeconds();
    }
}
