package dev.accountconfig;

import dev.accountconfig.cache.Lifetime;
import dev.accountconfig.cache.Policy;
import dev.accountconfig.liveperson.CallLimits;
import dev.accountconfig.liveperson.Credentials;
import dev.accountconfig.liveperson.GateLimits;
import dev.accountconfig.liveperson.HostRules;
import dev.accountconfig.liveperson.VendorRetries;
import dev.accountconfig.liveperson.VendorSockets;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Readings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/** The settings in the words of the packages that they are for; checked as a whole before anything is made of them. */
@Singleton
class Limits {
    private final LivePersonSettings livePerson;
    private final CacheSettings cache;
    private final UpstreamSettings upstream;
    private final ScheduleSettings schedule;
    private final Map<AccountId, Credentials> credentials;

    Limits(LivePersonSettings livePerson, CacheSettings cache, UpstreamSettings upstream, ScheduleSettings schedule) {
        SettingsRules.check(livePerson);
        SettingsRules.check(cache);
        SettingsRules.check(upstream);
        this.livePerson = livePerson;
        this.cache = cache;
        this.upstream = upstream;
        this.schedule = schedule;
        this.credentials = AccountSettings.credentials(livePerson);
    }

    /** As they were at the start; secrets may be files, and those may change. */
    Map<AccountId, Credentials> credentials() {
        return credentials;
    }

    HostRules hosts() {
        try {
            return new HostRules(livePerson.domainApi(), livePerson.allowedHosts());
        } catch (IllegalArgumentException inadmissible) {
            throw new SettingsException("liveperson.domain-api", String.valueOf(inadmissible.getMessage()));
        }
    }

    Policy policy() {
        Lifetime lifetime =
                new Lifetime(cache.fresh(), cache.staleWhileRevalidate(), cache.staleIfError(), cache.negative());
        return new Policy(lifetime, cache.patience(), flightDeadline(), VendorRetries.OF_QUESTIONS, cache.maxEntries());
    }

    /** Enough for finding the service, signing in, asking, and asking for items one by one; a flight always ends. */
    private Duration flightDeadline() {
        return upstream.deadline().multipliedBy(10);
    }

    Readings readings() {
        return new Readings(
                schedule.overriddenDay(),
                schedule.offBesideWorking(),
                schedule.offAlone(),
                schedule.dateOnlyEnd(),
                schedule.lastMinute(),
                schedule.severalDays());
    }

    CallLimits calls() {
        return new CallLimits(upstream.deadline(), (int) upstream.bodyLimit().asLongValue());
    }

    GateLimits gate() {
        UpstreamSettings.Breaker breaker = upstream.breaker();
        return new GateLimits(
                upstream.concurrency(),
                upstream.rate(),
                new GateLimits.Breaker(breaker.window(), breaker.failureRatio(), breaker.openFor()),
                new GateLimits.EarlyRetry(upstream.retryDelay(), upstream.retryBudget()));
    }

    VendorSockets sockets() {
        return new VendorSockets(
                upstream.connect(), upstream.connections(), upstream.trustFile().orElse(null));
    }

    /** Room for a call, its early retry and the pause between them. */
    Duration lookUpPatience() {
        return upstream.deadline().multipliedBy(2).plus(upstream.retryDelay());
    }
}
