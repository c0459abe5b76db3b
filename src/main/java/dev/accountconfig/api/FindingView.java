package dev.accountconfig.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.accountconfig.schedule.Finding;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A mistake in an account's configuration, as callers see it. */
@Schema(name = "Finding")
@JsonPropertyOrder({"severity", "kind", "itemId", "event", "finding", "advice"})
public record FindingView(
        @Schema(examples = "WARNING", description = "WARNING: works, but hardly as meant; ERROR: is not honoured")
        String severity,

        @Schema(examples = "OCCASION", description = "OCCASION, WORKDAYS, SKILL or ACCOUNT")
        String kind,

        @Schema(
                examples = "4101000510",
                description = "null where the item has no readable id, or the account is meant")
        @Nullable
        Long itemId,

        @Schema(examples = "0", description = "index of the event, from 0; null where the whole item is meant")
        @Nullable
        Integer event,

        @Schema(examples = "The last day off lies in the past.")
        String finding,

        @Schema(examples = "Add next year's days.") String advice) {

    static FindingView of(Finding finding) {
        return new FindingView(
                finding.severity().name(),
                finding.kind().name(),
                finding.itemId(),
                finding.event(),
                finding.words(),
                finding.advice());
    }

    @Schema(name = "Findings")
    public record Collection(List<FindingView> findings) {}
}
