package dev.accountconfig.api;

import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The answers that every read of accountConfig's own shape may give besides its value. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@APIResponse(
        responseCode = "304",
        description = "If-Match names the current revision, or If-None-Match the current tag")
@APIResponse(
        responseCode = "400",
        description = "A parameter is nonsense; the message names it",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ConfigurationError.class)))
@APIResponse(
        responseCode = "404",
        description = "No such account, or no such object",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ConfigurationError.class)))
@APIResponse(
        responseCode = "502",
        description = "Nothing is remembered, and LivePerson refuses our credentials",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ConfigurationError.class)))
@APIResponse(
        responseCode = "503",
        description = "Nothing is remembered, and LivePerson does not answer; Retry-After says when to come back",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ConfigurationError.class)))
public @interface VendorResponses {
    /** Where these reads stand in the description of the API. */
    String TAG = "LivePerson's own API";
}
