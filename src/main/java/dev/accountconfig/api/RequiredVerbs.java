package dev.accountconfig.api;

import dev.accountconfig.access.Verb;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Says in the description of the API what {@link Admission} asks of each operation, and how a caller says who it is. */
public class RequiredVerbs implements OASFilter {
    static final String EXTENSION = "x-required-verb";

    /** Where nobody is asked who he is. */
    static final String NONE = "none";

    private static final Map<String, String> REFUSALS = Map.of(
            "401", "The caller is not known; or what it presents is no longer in force",
            "403", "The caller may not do that to this account",
            "429", "The caller asks too much; Retry-After says when to come back");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().addSecurityScheme("bearer", bearer()).addSecurityScheme("key", key());
        api.getPaths().getPathItems().forEach(RequiredVerbs::complete);
    }

    private static void complete(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> complete(operation, Errand.of(method.name(), path)));
    }

    private static void complete(Operation operation, Errand errand) {
        Verb verb = errand.verb();
        operation.addExtension(EXTENSION, verb == null ? NONE : verb.word());
        if (verb != null) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme("bearer"));
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme("key"));
            REFUSALS.forEach((status, words) -> operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().description(words)));
        }
    }

    private static SecurityScheme bearer() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("A key of the caller, or a token of the configured issuer");
    }

    private static SecurityScheme key() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("X-API-Key")
                .description("A key of the caller");
    }
}
