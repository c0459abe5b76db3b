package dev.accountconfig.metrics;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready is who can answer, fresh, stale or with an honest 503. Nothing outside decides it: a vendor that is down must not
 * take down those who bridge its outage.
 */
@Readiness
public class ServingCheck implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.up("serving");
    }
}
