package dev.accountconfig.api;

import dev.accountconfig.access.Verb;
import dev.accountconfig.schedule.Skill;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Skills, read. */
@Requires(Verb.READ)
@Path("/v1/accounts/{accountId}/skills")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Skills", description = "Skills, and the hours they point at")
@CommonResponses
public class SkillsResource {
    private static final Listing<Skill, SkillView> LISTING =
            new Listing<>(SkillView::of, SkillView.Collection::new, "skill");

    private final AccountSchedules schedules;

    public SkillsResource(AccountSchedules schedules) {
        this.schedules = schedules;
    }

    @GET
    @Operation(operationId = "listSkills", summary = "All skills of an account", description = "By ascending id.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = SkillView.Collection.class)))
    public Uni<RestResponse<byte[]>> list(
            @Parameter(example = "31415926") @RestPath String accountId, @BeanParam Inquiry inquiry) {
        return schedules
                .skills(Parameters.account(accountId))
                .map(served -> LISTING.all(served, item -> true, inquiry));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSkill", summary = "One skill")
    @APIResponse(
            responseCode = "200",
            description = "The one",
            content = @Content(schema = @Schema(implementation = SkillView.class)))
    public Uni<RestResponse<byte[]>> one(
            @Parameter(example = "31415926") @RestPath String accountId,
            @Parameter(example = "4103000110") @RestPath String id,
            @BeanParam Inquiry inquiry) {
        long wanted = Parameters.id(id);
        return schedules.skills(Parameters.account(accountId)).map(served -> LISTING.one(served, wanted, inquiry));
    }
}
