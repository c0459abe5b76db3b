package dev.accountconfig.cache;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Readers and writers of one value, whose steps and those of the origin come in an order that is drawn; and what was seen
 * that must not be. All on one thread: a seed is a schedule.
 */
final class Race {
    private static final String KEY = "a";
    private static final int STEPS = 70;
    private static final int LONGEST_DRAIN = 500;
    private static final Duration[] PAUSES = {
        ofMillis(100), ofSeconds(1), ofSeconds(3), ofSeconds(10), ofSeconds(40), ofSeconds(70), ofMinutes(15)
    };

    /** What an overtaken flight tells those who waited for it is new enough for them, and is not kept for the next. */
    private static final Set<Outcome> KEPT = EnumSet.of(Outcome.HIT, Outcome.STALE, Outcome.STALE_IF_ERROR);

    private final Random dice;
    private final HandMovedTime time = new HandMovedTime();
    private final DicedOrigin origin;
    private final StaleCache<String, Version> cache;
    private final WriteThrough<String, Version, String> writeThrough;
    private final List<Client> clients;
    private final List<String> violations = new ArrayList<>();
    private long confirmed;
    private int reads;
    private int writes;

    Race(long seed) {
        dice = new Random(seed);
        origin = new DicedOrigin(dice);
        cache = new StaleCache<>(
                origin,
                new Policy(
                        new Lifetime(ofSeconds(60), ofMinutes(10), ofDays(7), ofSeconds(30)),
                        ofSeconds(2),
                        ofSeconds(30),
                        Pauses.of(ofSeconds(5), ofSeconds(10)),
                        100),
                new Surroundings(time, time.timer(), dice::nextDouble, () -> Runnable::run),
                new CacheListener<>() {},
                LastKnownGood.none());
        writeThrough = new WriteThrough<>(cache, origin);
        clients = Stream.<Client>of(new Reader(), new Reader(), new Reader(), new Writer(), new Writer())
                .toList();
    }

    Race run() {
        for (int step = 0; step < STEPS; step++) {
            step();
        }
        for (int step = 0; step < LONGEST_DRAIN && clients.stream().anyMatch(client -> client.waits); step++) {
            drain();
        }
        clients.stream().filter(client -> client.waits).forEach(client -> violations.add("left without an outcome"));
        if (origin.changingTogether() > 0) {
            violations.add("two changes at once");
        }
        return this;
    }

    List<String> violations() {
        return violations;
    }

    int reads() {
        return reads;
    }

    int writes() {
        return writes;
    }

    private void step() {
        int what = dice.nextInt(20);
        if (what < 8 && origin.hasSteps()) {
            origin.step();
        } else if (what < 15) {
            clients.get(dice.nextInt(clients.size())).act();
        } else if (what == 15) {
            origin.changeElsewhere();
        } else if (what == 16) {
            clients.get(dice.nextInt(clients.size())).leave();
        } else {
            time.pass(PAUSES[dice.nextInt(PAUSES.length)]);
        }
    }

    private void drain() {
        if (origin.hasSteps()) {
            origin.step();
        } else {
            time.pass(ofSeconds(40));
        }
    }

    /** Does one thing after the other. */
    private abstract class Client {
        private boolean waits;
        private Cancellable wait = () -> {};

        abstract void begin();

        void act() {
            if (!waits) {
                waits = true;
                begin();
            }
        }

        <T> void awaits(Uni<T> outcome, Consumer<T> sees) {
            wait = outcome.onTermination()
                    .invoke(() -> waits = false)
                    .subscribe()
                    .with(sees, failure -> {});
        }

        void leave() {
            wait.cancel();
            waits = false;
        }
    }

    private final class Reader extends Client {
        private long seen;

        @Override
        void begin() {
            long least = Math.max(seen, confirmed);
            long acknowledged = confirmed;
            awaits(cache.get(KEY), served -> {
                long number = served.value().map(Version::number).orElse(0L);
                if (number < acknowledged) {
                    violations.add("read " + number + " after " + acknowledged + " was confirmed");
                } else if (number < least) {
                    violations.add("was led back from " + least + " to " + number);
                }
                seen = KEPT.contains(served.outcome()) ? number : seen;
                reads++;
            });
        }
    }

    private final class Writer extends Client {
        @Override
        void begin() {
            long present = origin.current();
            awaits(
                    writeThrough.change(KEY, before -> {
                        if (before.number() < present) {
                            violations.add("decided on " + before.number() + " where there was " + present);
                        }
                        return "change";
                    }),
                    this::sees);
        }

        private void sees(WriteThrough.Made<Version> made) {
            long number = made.after().value().number();
            if (number <= made.before().number() || number > origin.current()) {
                violations.add("confirmed " + made + " where there is " + origin.current());
            }
            confirmed = Math.max(confirmed, number);
            writes++;
        }
    }
}
