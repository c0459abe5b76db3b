package dev.accountconfig.metrics;

import dev.accountconfig.cache.WarmStart;
import dev.accountconfig.schedule.AccountId;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready is who can answer, fresh, stale or with an honest 503. Beyond the patience of the warm start nothing outside decides
 * it: a vendor that is down must not take down those who bridge its outage.
 */
@Readiness
public class ServingCheck implements HealthCheck {
    private final WarmStart<AccountId> warmStart;

    public ServingCheck(WarmStart<AccountId> warmStart) {
        this.warmStart = warmStart;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("serving").status(warmStart.over()).build();
    }
}
