package dev.accountconfig.api;

import dev.accountconfig.schedule.Checked;
import dev.accountconfig.schedule.Draft;
import dev.accountconfig.schedule.DraftRules;
import dev.accountconfig.schedule.Item;
import dev.accountconfig.schedule.Occasion;
import dev.accountconfig.schedule.OccasionEvent;
import dev.accountconfig.schedule.Proposal;
import dev.accountconfig.schedule.Workdays;
import dev.accountconfig.schedule.WorkdaysEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that creates or changes an item, in the shape in which it is answered. All that is wrong with it is
 * told at once, each by its JSON pointer (RFC 6901).
 */
final class DraftBody<T extends Item, E> {
    private final DraftRules<E> rules;
    private final Function<BodyFields, Proposal.Event> event;

    private DraftBody(DraftRules<E> rules, Function<BodyFields, Proposal.Event> event) {
        this.rules = rules;
        this.event = event;
    }

    static DraftBody<Occasion, OccasionEvent> ofOccasion() {
        return new DraftBody<>(DraftRules.ofOccasions(), DraftBody::occasionEvent);
    }

    static DraftBody<Workdays, WorkdaysEvent> ofWorkdays() {
        return new DraftBody<>(DraftRules.ofWorkdays(), DraftBody::shift);
    }

    /**
     * @param present the collection the item is to be added to
     * @throws ProblemException with all that is wrong
     */
    Draft<E> created(byte[] body, List<T> present) {
        return read(body, DraftBody::noId, present);
    }

    /**
     * @param id of the item that is to be changed
     * @param present the collection it is in
     * @throws ProblemException with all that is wrong
     */
    Draft<E> changed(byte[] body, long id, List<T> present) {
        List<T> others = present.stream().filter(item -> item.id() != id).toList();
        return read(body, fields -> sameId(fields, id), others);
    }

    private Draft<E> read(byte[] body, Consumer<BodyFields> id, List<T> others) {
        BodyErrors errors = new BodyErrors();
        BodyFields fields = BodyFields.of(BodyJson.read(body, errors), "", errors);
        id.accept(fields);
        Checked<E> checked = rules.check(proposal(fields), others);
        return checked.match(draft -> unless(errors, draft), violations -> {
            violations.forEach(errors::add);
            throw errors.asException();
        });
    }

    private static <D> D unless(BodyErrors errors, D draft) {
        if (!errors.isEmpty()) {
            throw errors.asException();
        }
        return draft;
    }

    private Proposal proposal(BodyFields fields) {
        String name = fields.text("name");
        String description = fields.text("description");
        Boolean isDefault = fields.flag("isDefault");
        if (Boolean.TRUE.equals(fields.flag("deleted"))) {
            fields.refuse("deleted", "must be false: use DELETE");
        }
        List<BodyFields> events = fields.objects("events");
        fields.refuseOthers();
        return new Proposal(
                name,
                description,
                Boolean.TRUE.equals(isDefault),
                events == null ? null : events.stream().map(event).toList());
    }

    private static Proposal.Event occasionEvent(BodyFields fields) {
        return event(fields, fields.text("name"), fields.flag("working"));
    }

    private static Proposal.Event shift(BodyFields fields) {
        return event(fields, null, null);
    }

    private static Proposal.Event event(BodyFields fields, @Nullable String name, @Nullable Boolean working) {
        Proposal.Event event = new Proposal.Event(
                name,
                working,
                fields.text("start"),
                fields.text("end"),
                fields.text("timeZone"),
                repeat(fields.object("repeat")));
        fields.refuseOthers();
        return event;
    }

    /** The rule that stands beside "unsupported" is shown to be read, and says nothing that could be written. */
    private static Proposal.@Nullable Repeat repeat(@Nullable BodyFields fields) {
        if (fields == null) {
            return null;
        }
        Proposal.Repeat repeat = new Proposal.Repeat(fields.text("every"), fields.whole("count"), fields.text("on"));
        if (!"unsupported".equals(repeat.every())) {
            fields.refuseOthers();
        }
        return repeat;
    }

    private static void noId(BodyFields fields) {
        if (fields.whole("id") != null) {
            fields.refuse("id", "must be left out: LivePerson gives it");
        }
    }

    private static void sameId(BodyFields fields, long id) {
        Long said = fields.whole("id");
        if (said != null && said != id) {
            fields.refuse("id", "must be that of the path, or be left out");
        }
    }
}
