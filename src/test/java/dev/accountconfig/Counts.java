package dev.accountconfig;

import java.util.stream.Stream;

/** What was asked of the vendor, by the service's own metrics. */
record Counts(double questions, double signIns, double lookUps, double retries) {
    private static final String CALLS = "accountconfig_upstream_calls_seconds_count";

    static Counts now() {
        return new Counts(
                Metrics.sum(CALLS) - toSignIn() - Metrics.sum(CALLS, "purpose=\"domains\""),
                toSignIn(),
                Metrics.sum(CALLS, "purpose=\"domains\""),
                Metrics.sum("accountconfig_upstream_retries_total"));
    }

    /** Whatever is said to the services that sign in, keeping a session alive included. */
    private static double toSignIn() {
        return Stream.of("login", "refresh", "logout", "token")
                .mapToDouble(purpose -> Metrics.sum(CALLS, "purpose=\"" + purpose + "\""))
                .sum();
    }

    Counts since(Counts before) {
        return new Counts(
                questions - before.questions,
                signIns - before.signIns,
                lookUps - before.lookUps,
                retries - before.retries);
    }

    /** Calls by intended calls. */
    double amplification() {
        double calls = questions + signIns + lookUps;
        return calls == 0 ? 1 : calls / (calls - retries);
    }
}
