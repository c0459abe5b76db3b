package dev.accountconfig.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.accountconfig.schedule.Status;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Open or not, as callers see it. */
@Schema(name = "Status")
@JsonPropertyOrder({"accountId", "skillId", "state", "nextClose", "nextOpen", "source", "because"})
public record StatusView(
        @Schema(examples = "31415926") String accountId,

        @Schema(examples = "4103000110", description = "null for the account as a whole") @Nullable
        Long skillId,

        @Schema(examples = "OPEN", description = "OPEN, CLOSED, or UNKNOWN where no schedule applies")
        String state,

        @Schema(examples = "2026-07-03T16:30:00Z", description = "null where there is none within 400 days") @Nullable
        String nextClose,

        @Schema(examples = "2026-07-06T08:00:00Z", description = "null where there is none within 400 days") @Nullable
        String nextOpen,

        @Schema(examples = "WORKDAYS", description = "WORKDAYS, OCCASION or NONE")
        String source,

        @Schema(description = "names of what decided") List<String> because) {

    static StatusView of(Asked asked, Status status) {
        return new StatusView(
                asked.account().value(),
                asked.skillId(),
                status.state().name(),
                text(status.nextClose()),
                text(status.nextOpen()),
                status.source().name(),
                status.because());
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
