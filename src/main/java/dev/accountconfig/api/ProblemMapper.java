package dev.accountconfig.api;

import dev.accountconfig.cache.OriginFailure;
import dev.accountconfig.cache.Served;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure becomes a problem, told in the words of whoever is asked; only a bug of ours is logged, and without the caller's query. */
class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    static final Problem NOT_JSON =
            Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Say Content-Type: application/json.");

    private final InstantSource clock;

    ProblemMapper(InstantSource clock) {
        this.clock = clock;
    }

    @ServerExceptionMapper
    RestResponse<byte[]> problem(ProblemException exception, UriInfo uri) {
        ResponseBuilder<byte[]> response = response(exception.problem(), uri);
        exception.headers().forEach(response::header);
        exception.shownBy().ifPresent(shownBy -> add(response, shownBy, uri));
        return response.build();
    }

    private static void add(ResponseBuilder<byte[]> response, Served<?> shownBy, UriInfo uri) {
        CacheHeaders caching = CacheHeaders.of(shownBy);
        response.header("Age", caching.age()).header("Cache-Status", caching.cacheStatus());
        if (shownBy.revision() != null && Face.of(path(uri)) == Face.CONFIGURATION) {
            response.header(Told.REVISION, shownBy.revision());
        }
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
            response.header(HttpHeaders.RETRY_AFTER, WholeSeconds.of(failure.retryAfter()));
        }
        return response.build();
    }

    @ServerExceptionMapper
    RestResponse<byte[]> nothingThere(NotFoundException exception, UriInfo uri) {
        return response(Problem.of(ProblemType.NO_SUCH_RESOURCE, "The OpenAPI description lists what there is."), uri)
                .build();
    }

    /** RFC 9110 section 15.5.6 wants the header, and the framework does not tell. */
    @ServerExceptionMapper
    RestResponse<byte[]> notAllowed(NotAllowedException exception, UriInfo uri) {
        Methods methods = Methods.at(path(uri));
        return response(Problem.of(ProblemType.METHOD_NOT_ALLOWED, methods.words()), uri)
                .header(HttpHeaders.ALLOW, methods.allow())
                .build();
    }

    @ServerExceptionMapper
    RestResponse<byte[]> notJson(NotSupportedException exception, UriInfo uri) {
        return response(NOT_JSON, uri).build();
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
        if (exception.getResponse().getStatus() == ProblemType.BODY_TOO_LARGE.status()) {
            return response(FrontDoor.TOO_LARGE, uri).build();
        }
        Problem general = Problem.of(ProblemType.REQUEST_REFUSED, "It cannot be understood.");
        int status = exception.getResponse().getStatus();
        return response(
                        new Problem(general.type(), general.title(), status, general.detail(), null, List.of(), null),
                        uri)
                .build();
    }

    @ServerExceptionMapper
    RestResponse<byte[]> bug(Throwable bug, UriInfo uri) {
        LOG.errorf(bug, "A request for %s failed by a bug", path(uri));
        return response(Problem.of(ProblemType.INTERNAL, "It is in our log."), uri)
                .build();
    }

    private ResponseBuilder<byte[]> response(Problem problem, UriInfo uri) {
        String path = path(uri);
        ErrorBody body = ErrorBody.of(problem.at(path), path, clock.instant());
        return ResponseBuilder.<byte[]>create(problem.status())
                .entity(body.json().getBytes(StandardCharsets.UTF_8))
                .type(body.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** As it was sent, without the query: decoded, it would be no reference, and could forge a line of the log. */
    private static String path(UriInfo uri) {
        return uri.getRequestUri().getRawPath();
    }
}
