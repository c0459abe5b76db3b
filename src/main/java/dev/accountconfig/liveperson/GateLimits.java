package dev.accountconfig.liveperson;

import java.time.Duration;

/**
 * What one account may ask of one vendor service.
 *
 * @param atOnce calls on their way; further ones wait
 * @param perSecond calls started, smoothed
 */
public record GateLimits(int atOnce, double perSecond, Breaker breaker, EarlyRetry retry) {
    /**
     * @param window calls that are looked back on; it stays closed until it has seen as many
     * @param failureRatio of the window at which it opens
     * @param openFor before one probe is let through
     */
    public record Breaker(int window, double failureRatio, Duration openFor) {}

    /**
     * @param delay before it, half of it more or less at random
     * @param share of retries in calls that may not be passed
     */
    public record EarlyRetry(Duration delay, double share) {}
}
