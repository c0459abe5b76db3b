package dev.accountconfig.api;

import dev.accountconfig.cache.WriteThrough;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.ItemChange;
import dev.accountconfig.schedule.Occasion;
import dev.accountconfig.schedule.OccasionEvent;
import dev.accountconfig.schedule.Snapshot;
import dev.accountconfig.schedule.Workdays;
import dev.accountconfig.schedule.WorkdaysEvent;

/** Where the collections of accounts are changed. */
public record Changes(
        WriteThrough<AccountId, Snapshot<Occasion>, ItemChange<OccasionEvent>> occasions,
        WriteThrough<AccountId, Snapshot<Workdays>, ItemChange<WorkdaysEvent>> workdays) {}
