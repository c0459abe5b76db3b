package dev.accountconfig.api;

import dev.accountconfig.access.Verb;
import dev.accountconfig.document.Target;
import dev.accountconfig.schedule.Workdays;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Workdays objects, as LivePerson's own clients read them. */
@Requires(Verb.READ)
@Path("/api/account/{accountId}/configuration/ac-common/workinghours")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = VendorResponses.TAG)
@VendorResponses
public class VendorWorkdaysResource {
    private final VendorCollection<Workdays> collection;

    public VendorWorkdaysResource(AccountSchedules schedules) {
        collection = new VendorCollection<>(
                schedules::workdays,
                schedules::document,
                VendorCollection.SUMMARY_OF_HOURS,
                Target.of("ac-common/workinghours", "v=1.0&include_deleted=true&select=$all"));
    }

    @GET
    @Operation(
            operationId = "vendorListWorkdays",
            summary = "Workdays objects, in the vendor's shape",
            description =
                    "Summaries, unless select says otherwise. If-Match with the current revision is answered 304.")
    @APIResponse(responseCode = "200", description = "A bare array; ac-revision is its revision")
    public Uni<RestResponse<byte[]>> list(
            @Parameter(example = "31415926") @RestPath String accountId,
            @BeanParam VendorAsk ask,
            @BeanParam Inquiry inquiry) {
        return collection.list(accountId, ask, inquiry);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "vendorGetWorkdays", summary = "One workdays object, in the vendor's shape")
    @APIResponse(responseCode = "200", description = "The object, in full unless select says otherwise")
    public Uni<RestResponse<byte[]>> one(
            @Parameter(example = "31415926") @RestPath String accountId,
            @Parameter(example = "4102000110") @RestPath String id,
            @BeanParam VendorAsk ask,
            @BeanParam Inquiry inquiry) {
        return collection.one(accountId, id, ask, inquiry);
    }
}
