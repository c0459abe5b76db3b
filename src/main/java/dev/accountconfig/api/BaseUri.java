package dev.accountconfig.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a service lives: a bare host (contract 4). */
@Schema(name = "BaseUri")
@JsonPropertyOrder({"service", "account", "baseURI"})
public record BaseUri(
        @Schema(examples = "accountConfigReadOnly") String service,
        @Schema(examples = "31415926") String account,
        @Schema(examples = "hours.example.com") String baseURI) {

    /** What is answered here. */
    static final List<String> SERVICES =
            List.of("accountConfigReadOnly", "accountConfigReadWrite", "agentVep", "shiftstatus");

    @Schema(name = "BaseUris")
    public record Collection(List<BaseUri> baseURIs) {
        /** @param here the host that answers all of them */
        static Collection of(String account, String here) {
            return new Collection(SERVICES.stream()
                    .map(service -> new BaseUri(service, account, here))
                    .toList());
        }
    }
}
