package dev.accountconfig.liveperson;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Looks after something that the vendor lent. */
public interface Keeper {
    /** Of what lives as long as it lives. */
    Keeper NONE = new Keeper() {
        @Override
        public Duration every() {
            return Granted.FOR_EVER;
        }

        @Override
        public Uni<Void> prolong() {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> giveBack() {
            return Uni.createFrom().voidItem();
        }
    };

    /** How long it may be in use without being prolonged. */
    Duration every();

    Uni<Void> prolong();

    Uni<Void> giveBack();
}
