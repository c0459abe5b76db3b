package dev.accountconfig.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.accountconfig.schedule.ShiftStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The vendor's shape (contract 2.5): what is not known is left out, not null. */
@Schema(name = "ShiftStatus")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"skillId", "onShift", "nextOn", "nextOff"})
public record ShiftStatusView(
        @Schema(examples = "4103000110") long skillId,
        @Schema(examples = "true") boolean onShift,

        @Schema(examples = "1783324800000", description = "epoch milliseconds; absent where there is none") @Nullable
        Long nextOn,

        @Schema(examples = "1783096200000", description = "epoch milliseconds; absent where there is none") @Nullable
        Long nextOff) {

    static ShiftStatusView of(ShiftStatus status) {
        return new ShiftStatusView(status.skillId(), status.onShift(), status.nextOn(), status.nextOff());
    }
}
