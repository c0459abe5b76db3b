package dev.accountconfig.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The levers over HTTP, under {@code /_simulator}, where {@code levers.txt} describes them to whoever asks. A bad request is
 * answered 400 with the field at fault.
 */
final class ControlDesk {

    private static final String LEVERS = levers();

    private final Vendor vendor;
    private final Script script;
    private final Journal journal;
    private final Door door;
    private final WorldControl worlds;

    ControlDesk(Vendor vendor, Script script, Journal journal, Door door) {
        this.vendor = vendor;
        this.script = script;
        this.journal = journal;
        this.door = door;
        worlds = new WorldControl(vendor);
    }

    void answer(Received request, Line line) {
        try {
            if (request.tail().equals("refuse")) {
                refuse(request, line);
            } else {
                line.send(route(request));
            }
        } catch (Refusal refusal) {
            line.send(refusal.answer());
        }
    }

    void reset() {
        vendor.restore();
        script.clear();
        journal.clear();
    }

    private Answer route(Received request) {
        var path = List.of(request.tail().split("/", -1));
        return switch (path.get(0)) {
            case "" -> Answer.text(200, "text/plain; charset=utf-8", LEVERS);
            case "mishaps" -> mishaps(request);
            case "requests" -> requests(request);
            case "habits" -> habits(request);
            case "reset" -> once(request, this::reset);
            case "sessions" -> once(request, vendor.sessions()::expireAll);
            default -> worlds.answer(path, request);
        };
    }

    private void refuse(Received request, Line line) {
        if (request.isRead()) {
            line.send(Answer.empty(405));
            return;
        }
        var pause = Fields.duration("for", request.parameter("for").orElse("PT30S"));
        line.send(Answer.empty(202)).compose(sent -> door.shut()).onComplete(shut -> line.after(pause, door::open));
    }

    private Answer mishaps(Received request) {
        switch (request.method()) {
            case "PUT" -> script.replace(MishapWords.read(request.body()));
            case "POST" -> MishapWords.read(request.body()).forEach(script::arm);
            case "DELETE" -> script.clear();
            default -> {}
        }
        return Answer.json(
                200,
                Json.array(script.waiting().stream().map(ControlDesk::shown).toList()));
    }

    private Answer requests(Received request) {
        if (request.method().equals("DELETE")) {
            journal.clear();
        }
        var service = request.parameter("service").map(name -> Fields.constant(Service.class, "service", name));
        var shown = journal.requests().stream()
                .filter(one -> service.isEmpty() || one.service() == service.get())
                .map(ControlDesk::shown)
                .toList();
        var counts = Json.object();
        for (Service each : Service.values()) {
            counts.put(each.name(), journal.count(each));
        }
        ObjectNode told = Json.object().set("counts", counts);
        return Answer.json(200, told.set("requests", Json.array(shown)));
    }

    private Answer habits(Received request) {
        var habits = vendor.habits();
        if (request.method().equals("PUT")) {
            var fields = Fields.of(request.body());
            var quirks = fields.manyOf(Quirk.class, "quirks");
            var waived = fields.manyOf(Rule.class, "waived");
            fields.refuseOthers();
            habits.become(quirks, waived);
        }
        var shown = Json.object();
        shown.set("quirks", Json.texts(habits.quirks()));
        shown.set("waived", Json.texts(habits.waived()));
        return Answer.json(200, shown);
    }

    private static Answer once(Received request, Runnable act) {
        if (request.isRead()) {
            return Answer.empty(405);
        }
        act.run();
        return Answer.empty(204);
    }

    private static JsonNode shown(Armed armed) {
        return Json.object()
                .put("requests", armed.requests().name())
                .put("account", armed.account())
                .put("left", armed.left())
                .put("mishap", armed.mishap().toString());
    }

    private static JsonNode shown(Received request) {
        var shown = Json.object()
                .put("service", request.service().name())
                .put("account", request.account())
                .put("method", request.method())
                .put("path", request.path())
                .put("body", request.body());
        shown.set("query", Json.texts(request.query()));
        shown.set("headers", Json.texts(request.headers()));
        return shown;
    }

    private static String levers() {
        try (var text = ControlDesk.class.getResourceAsStream("/simulator/levers.txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
