package dev.accountconfig.api;

/**
 * What the framework was told to do besides.
 *
 * @param everyAnswer whether it has something to do with every answer, as where there is an access log
 */
public record Oversight(boolean everyAnswer) {}
