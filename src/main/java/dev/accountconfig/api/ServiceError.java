package dev.accountconfig.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error as LivePerson's other services tell it (contract 8.5). */
@Schema(name = "ServiceError")
@JsonPropertyOrder({"time", "message", "internalCode"})
public record ServiceError(
        @Schema(examples = "1783096200000", description = "epoch milliseconds")
        long time,

        @Schema(examples = "The parameter {service} names no service that is answered here.")
        String message,

        @Schema(examples = "5") int internalCode) {

    static ServiceError of(Problem problem, Instant now) {
        return new ServiceError(
                now.toEpochMilli(), problem.detail(), ConfigurationError.internalCode(problem.status()));
    }
}
