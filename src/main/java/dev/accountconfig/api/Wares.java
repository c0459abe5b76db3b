package dev.accountconfig.api;

import dev.accountconfig.schedule.Draft;
import dev.accountconfig.schedule.Item;
import dev.accountconfig.schedule.Occasion;
import dev.accountconfig.schedule.OccasionEvent;
import dev.accountconfig.schedule.Workdays;
import dev.accountconfig.schedule.WorkdaysEvent;
import java.util.function.Function;

/**
 * One kind of what is written: how a body is read, and how the outcome is shown.
 *
 * @param collection its name in addresses
 * @param noun for a caller who asked for an item that is not there
 * @param view of one item, as GET shows it
 */
record Wares<T extends Item, E>(
        String collection, String noun, DraftBody<T, E> body, Function<T, Object> view, Function<T, Draft<E>> draft) {

    static Wares<Occasion, OccasionEvent> occasions() {
        return new Wares<>("occasions", "special occasion", DraftBody.ofOccasion(), OccasionView::of, Draft::of);
    }

    static Wares<Workdays, WorkdaysEvent> workdays() {
        return new Wares<>("workdays", "workdays object", DraftBody.ofWorkdays(), WorkdaysView::of, Draft::of);
    }

    /** With the tag that GET answers. */
    Rendered rendered(T item) {
        return Rendered.json(view.apply(item));
    }

    /** Whether the item says what the draft says; no description is an empty one, since the vendor wants one. */
    boolean says(T item, Draft<E> wanted) {
        Draft<E> said = draft.apply(item);
        return said.name().equals(wanted.name())
                && text(said).equals(text(wanted))
                && said.isDefault() == wanted.isDefault()
                && said.events().equals(wanted.events());
    }

    private static String text(Draft<?> draft) {
        String description = draft.description();
        return description == null ? "" : description;
    }
}
