package dev.accountconfig.api;

import java.time.Duration;

/**
 * What a request may have. Bytes of its first line and of its header fields are counted by the framework as they come.
 *
 * @param fields header fields
 * @param body bytes
 * @param headTime from its first byte to the end of its head
 * @param requestTime from its first byte to its last
 */
public record HeadLimits(int fields, long body, Duration headTime, Duration requestTime) {}
