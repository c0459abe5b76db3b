package dev.accountconfig.cache;

import dev.accountconfig.cache.ChangeFailure.Certainty;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An origin that is read and written, and goes only a step at a time: whatever it is sent it receives later or never, and
 * answers later still, or not, or wrongly; which of its steps comes next is drawn. Questions that need not be answered by
 * the latest are answered by a replica that lags, though never behind what it has shown, nor behind {@link #reached}.
 */
final class DicedOrigin implements Origin<String, Version>, Destination<String, Version, String> {
    private final Random dice;
    private final List<Runnable> steps = new ArrayList<>();
    private long current = 1;
    private long replica = 1;
    private long reached = 1;
    private int changing;
    private int changingTogether;

    DicedOrigin(Random dice) {
        this.dice = dice;
    }

    long current() {
        return current;
    }

    /** Changes that were under way while another was. */
    int changingTogether() {
        return changingTogether;
    }

    /** Somebody else changes it. */
    void changeElsewhere() {
        current++;
    }

    /** Questions that are asked from now on are not answered by anything older. */
    private void reached(long number) {
        reached = Math.max(reached, number);
    }

    boolean hasSteps() {
        return !steps.isEmpty();
    }

    void step() {
        steps.remove(dice.nextInt(steps.size())).run();
    }

    @Override
    public Uni<Answer<Version>> ask(String key, Question question) {
        return Uni.createFrom().emitter(asker -> {
            long least = reached;
            steps.add(() -> receive(question, least, asker));
        });
    }

    private void receive(Question question, long least, UniEmitter<? super Answer<Version>> asker) {
        int fate = dice.nextInt(10);
        if (fate == 0) {
            return;
        }
        if (fate < 3) {
            steps.add(() -> asker.fail(OriginFailure.unavailable("down")));
            return;
        }
        long number = question.latest() ? current : lagging(least);
        steps.add(() -> answer(question, number, asker));
    }

    private long lagging(long least) {
        replica = Math.max(replica, least);
        replica += dice.nextInt((int) (current - replica) + 1);
        return replica;
    }

    private void answer(Question question, long number, UniEmitter<? super Answer<Version>> asker) {
        Held<Version> held = new Version(number).held();
        if (question.latest()) {
            reached(number);
        }
        boolean known = String.valueOf(held.revision()).equals(question.revision());
        asker.complete(
                known ? new Answer.Unchanged<>(held.revision()) : new Answer.Found<>(held.value(), held.revision()));
    }

    @Override
    public Uni<Held<Version>> change(String key, Held<Version> before, String change) {
        return Uni.createFrom().emitter(sender -> {
            changingTogether += changing++;
            steps.add(() -> receive(before, sender));
        });
    }

    private void receive(Held<Version> before, UniEmitter<? super Held<Version>> sender) {
        switch (dice.nextInt(12)) {
            case 0 -> refuse(sender, Certainty.NOT_MADE);
            case 1 -> refuse(sender, Certainty.REFUSED);
            case 2 -> refuse(sender, Certainty.UNKNOWN);
            case 3 -> {
                apply(before);
                refuse(sender, Certainty.UNKNOWN);
            }
            case 4 -> {
                steps.add(() -> apply(before));
                refuse(sender, Certainty.UNKNOWN);
            }
            case 5 -> end(() -> sender.fail(new IllegalStateException("bug")));
            default -> make(before, sender);
        }
    }

    private void make(Held<Version> before, UniEmitter<? super Held<Version>> sender) {
        if (apply(before)) {
            Held<Version> after = new Version(current).held();
            end(() -> {
                reached(after.value().number());
                sender.complete(after);
            });
        } else {
            refuse(sender, Certainty.CONFLICTS);
        }
    }

    private boolean apply(Held<Version> before) {
        boolean fits = before.value().number() == current;
        current += fits ? 1 : 0;
        return fits;
    }

    private void refuse(UniEmitter<? super Held<Version>> sender, Certainty certainty) {
        end(() -> sender.fail(new ChangeFailure(certainty, "said so", Duration.ZERO)));
    }

    private void end(Runnable answer) {
        steps.add(() -> {
            changing--;
            answer.run();
        });
    }
}
