package dev.accountconfig;

import static java.util.stream.Collectors.toMap;

import dev.accountconfig.api.Relations;
import dev.accountconfig.api.WholeSeconds;
import dev.accountconfig.liveperson.Standings;
import dev.accountconfig.schedule.AccountId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an account stands with the vendor, for operators; the vendor's own words stay where they are known. */
final class UpstreamRelations implements Relations {
    private final Upstream upstream;
    private final Map<String, LivePersonSettings.Account> accounts;

    UpstreamRelations(Upstream upstream, Map<String, LivePersonSettings.Account> accounts) {
        this.upstream = upstream;
        this.accounts = accounts;
    }

    @Override
    public View of(AccountId account) {
        return new View(
                signIn(account),
                upstream.standings().breakers(account).entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, breaker -> word(breaker.getValue()))),
                upstream.domains().known(account));
    }

    private SignInView signIn(AccountId account) {
        Standings.SignInReport report = upstream.standings().signIn(account);
        return new SignInView(
                kind(account),
                text(report.signedIn()),
                text(report.failed()),
                report.why() == null ? null : word(report.why()),
                WholeSeconds.of(upstream.sessions().heldFor(account)));
    }

    private String kind(AccountId account) {
        LivePersonSettings.Account settings = accounts.get(account.value());
        return settings == null ? "none" : word(settings.credentials().kind());
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
