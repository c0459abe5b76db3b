package dev.accountconfig.api;

import dev.accountconfig.cache.Ticker;
import dev.accountconfig.schedule.Occasion;
import dev.accountconfig.schedule.OccasionEvent;
import dev.accountconfig.schedule.Workdays;
import dev.accountconfig.schedule.WorkdaysEvent;

/** What takes the changes that callers ask for. */
public record Writers(Writing<Occasion, OccasionEvent> occasions, Writing<Workdays, WorkdaysEvent> workdays) {
    public static Writers of(AccountSchedules accounts, Changes changes, Ticker ticker) {
        return new Writers(
                new Writing<>(accounts, changes.occasions(), Wares.occasions(), ticker),
                new Writing<>(accounts, changes.workdays(), Wares.workdays(), ticker));
    }
}
