package dev.accountconfig.simulator;

import org.jspecify.annotations.Nullable;

/** Says who suffers: {@code simulator.let(OCCASIONS).of("31415926").next(2).suffer(new Fail(503, HTML))}. */
public final class Suffering {

    private final Script script;
    private final Requests requests;
    private final @Nullable String account;
    private final @Nullable Integer times;

    Suffering(Script script, Requests requests, @Nullable String account, @Nullable Integer times) {
        this.script = script;
        this.requests = requests;
        this.account = account;
        this.times = times;
    }

    /** Only requests of this account. */
    public Suffering of(String onlyAccount) {
        return new Suffering(script, requests, onlyAccount, times);
    }

    /** Only so many requests; without it, all until the mishaps are cleared. */
    public Suffering next(int number) {
        return new Suffering(script, requests, account, number);
    }

    /** Arms it, after those that are armed already. */
    public void suffer(Mishap mishap) {
        script.arm(new Armed(requests, account, times, mishap));
    }
}
