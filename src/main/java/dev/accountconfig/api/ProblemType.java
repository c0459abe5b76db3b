package dev.accountconfig.api;

import java.util.Locale;

/** Every kind of problem a caller can be told of (RFC 9457). The urn is for programs, the title for people. */
public enum ProblemType {
    MALFORMED_TARGET(400, "The request target is malformed"),
    INVALID_PARAMETER(400, "A parameter is invalid"),
    INVALID_BODY(400, "The body is invalid"),
    UNKNOWN_CALLER(401, "The caller is not known"),
    SIGN_IN_REFUSED(401, "The sign-in was refused"),
    NOT_ALLOWED_TO_CALLER(403, "The caller may not do that"),
    UNKNOWN_ACCOUNT(404, "Unknown account"),
    UNKNOWN_ITEM(404, "Unknown item"),
    NO_SUCH_RESOURCE(404, "There is nothing at this address"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "There is no answer in that format"),
    REQUEST_TIMEOUT(408, "The request came too slowly"),
    NAME_OR_STATE_CONFLICT(409, "LivePerson has something that stands against the change"),
    NOT_THE_CURRENT_ONE(412, "The object is not the one that If-Match names"),
    LENGTH_REQUIRED(411, "The length of the body must be said"),
    BODY_TOO_LARGE(413, "The body is too large"),
    TARGET_TOO_LONG(414, "The request line is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be JSON"),
    KEY_OF_ANOTHER_REQUEST(422, "The Idempotency-Key belongs to another request"),
    OBJECT_REFUSED(422, "LivePerson refuses the object"),
    CONDITION_REQUIRED(428, "If-Match is required"),
    TOO_MANY_REQUESTS(429, "The caller asks too much"),
    HEAD_TOO_LARGE(431, "The header fields are too many or too large"),
    REQUEST_REFUSED(400, "The request was refused"),
    INTERNAL(500, "A bug of ours"),
    VENDOR_REFUSES(502, "LivePerson refuses our credentials or our request"),
    VENDOR_UNAVAILABLE(503, "LivePerson gives no usable answer, and nothing is remembered"),
    CHANGE_NOT_MADE(503, "LivePerson cannot be reached for changes, and nothing was changed"),
    CHANGE_UNKNOWN(504, "Nobody knows whether the change was made");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String urn() {
        return "urn:accountconfig-proxy:problem:"
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
