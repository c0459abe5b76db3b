package dev.accountconfig.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The answers that every read may give besides its value. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@APIResponse(responseCode = "304", description = "If-None-Match names the current tag")
@APIResponse(
        responseCode = "400",
        description = "A parameter is nonsense; errors names it",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "404",
        description = "No such account, or no such item",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "502",
        description = "Nothing is remembered, and LivePerson refuses our credentials",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "503",
        description = "Nothing is remembered, and LivePerson does not answer; Retry-After says when to come back",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public @interface CommonResponses {}
