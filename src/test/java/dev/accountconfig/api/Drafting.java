package dev.accountconfig.api;

import dev.accountconfig.schedule.Draft;
import dev.accountconfig.schedule.Occasion;
import dev.accountconfig.schedule.OccasionEvent;
import dev.accountconfig.schedule.Workdays;
import dev.accountconfig.schedule.WorkdaysEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets tests of other rooms read bodies as callers send them. */
public final class Drafting {
    private Drafting() {}

    public static byte[] shown(Occasion occasion) {
        return Json.bytes(OccasionView.of(occasion));
    }

    public static byte[] shown(Workdays workdays) {
        return Json.bytes(WorkdaysView.of(workdays));
    }

    /** Empty where it is refused. */
    public static Optional<Draft<OccasionEvent>> newOccasion(byte[] body, List<Occasion> present) {
        return unlessRefused(() -> DraftBody.ofOccasion().created(body, present));
    }

    /** Empty where it is refused. */
    public static Optional<Draft<OccasionEvent>> occasion(byte[] body, long id, List<Occasion> present) {
        return unlessRefused(() -> DraftBody.ofOccasion().changed(body, id, present));
    }

    /** Empty where it is refused. */
    public static Optional<Draft<WorkdaysEvent>> newWorkdays(byte[] body, List<Workdays> present) {
        return unlessRefused(() -> DraftBody.ofWorkdays().created(body, present));
    }

    /** Empty where it is refused. */
    public static Optional<Draft<WorkdaysEvent>> workdays(byte[] body, long id, List<Workdays> present) {
        return unlessRefused(() -> DraftBody.ofWorkdays().changed(body, id, present));
    }

    private static <D> Optional<D> unlessRefused(Supplier<D> draft) {
        try {
            return Optional.of(draft.get());
        } catch (ProblemException refused) {
            return Optional.empty();
        }
    }
}
