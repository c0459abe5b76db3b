package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accountconfig.schedule.Draft;
import dev.accountconfig.schedule.OccasionEvent;
import dev.accountconfig.schedule.WorkdaysEvent;

/** Lets tests of other rooms write drafts as the vendor is sent them. */
public final class Writing {
    private Writing() {}

    public static ObjectNode newOccasion(Draft<OccasionEvent> draft) {
        return OccasionWriter.ofItems().created(draft);
    }

    public static ObjectNode newWorkdays(Draft<WorkdaysEvent> draft) {
        return WorkdaysWriter.ofItems().created(draft);
    }

    public static ObjectNode occasion(Draft<OccasionEvent> draft, String former) {
        return OccasionWriter.ofItems().changed(draft, VendorJson.item(former));
    }

    public static ObjectNode workdays(Draft<WorkdaysEvent> draft, String former) {
        return WorkdaysWriter.ofItems().changed(draft, VendorJson.item(former));
    }
}
