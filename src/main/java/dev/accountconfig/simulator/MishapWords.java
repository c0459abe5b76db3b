package dev.accountconfig.simulator;

import java.util.List;

/** The mishaps by the names they have on the control path, each with the fields it reads. */
enum MishapWords {
    NONE,
    SLOW,
    THROTTLE,
    FAIL,
    GARBLE,
    TRUNCATE,
    DRIP,
    STALL,
    OVERSIZE,
    GZIP_BOMB,
    REDIRECT,
    HEADER_FLOOD,
    RESET,
    SAY,
    EXPIRE_TOKENS,
    MOVE_HOST,
    WRONG_ACCOUNT,
    LIST_WITHOUT_EVENTS;

    /** One object or an array of them; the first bad field refuses all. */
    static List<Armed> read(String body) {
        var json = Json.read(body).orElseThrow(() -> Fields.refusal("body", "JSON is expected"));
        return Json.elements(json).stream()
                .map(Fields::new)
                .map(MishapWords::armed)
                .toList();
    }

    private static Armed armed(Fields fields) {
        var requests = fields.oneOf(Requests.class, "requests").orElse(Requests.ANY);
        var account = fields.text("account").orElse(null);
        var next = fields.integer("next", 1).orElse(null);
        var words = fields.required(fields.oneOf(MishapWords.class, "mishap"), "mishap");
        var mishap = words.mishap(fields);
        fields.refuseOthers();
        return new Armed(requests, account, next, mishap);
    }

    private Mishap mishap(Fields fields) {
        return switch (this) {
            case NONE -> new Mishap.None();
            case SLOW -> new Mishap.Slow(fields.required(fields.duration("before"), "before"));
            case THROTTLE -> new Mishap.Throttle(fields.duration("retryAfter").orElse(null));
            case FAIL -> new Mishap.Fail(status(fields), body(fields));
            case SAY -> new Mishap.Say(fields.required(fields.text("body"), "body"));
            case GARBLE -> new Mishap.Garble(nonsense(fields));
            case TRUNCATE -> new Mishap.Truncate();
            case DRIP -> new Mishap.Drip(fields.required(fields.duration("interval"), "interval"));
            case STALL -> new Mishap.Stall();
            case OVERSIZE -> new Mishap.Oversize(fields.required(fields.number("bytes", 2), "bytes"));
            case GZIP_BOMB -> new Mishap.GzipBomb(fields.required(fields.number("bytes", 2), "bytes"));
            case REDIRECT -> new Mishap.Redirect(fields.required(fields.text("location"), "location"));
            case HEADER_FLOOD -> new Mishap.HeaderFlood(fields.required(fields.integer("headers", 1), "headers"));
            case RESET -> new Mishap.Reset();
            case EXPIRE_TOKENS -> new Mishap.ExpireTokens();
            case MOVE_HOST -> new Mishap.MoveHost(fields.required(fields.text("host"), "host"));
            case WRONG_ACCOUNT -> new Mishap.WrongAccount(fields.required(fields.text("as"), "as"));
            case LIST_WITHOUT_EVENTS -> new Mishap.ListWithoutEvents();
        };
    }

    private static Mishap.Body body(Fields fields) {
        return fields.oneOf(Mishap.Body.class, "body").orElse(Mishap.Body.JSON);
    }

    private static Mishap.Nonsense nonsense(Fields fields) {
        return fields.oneOf(Mishap.Nonsense.class, "nonsense").orElse(Mishap.Nonsense.HTML);
    }

    private static int status(Fields fields) {
        int status = fields.required(fields.integer("status", 400), "status");
        if (status > 599) {
            throw Fields.refusal("status", "a status from 400 to 599 is expected");
        }
        return status;
    }
}
