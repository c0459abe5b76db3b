package dev.accountconfig;

import dev.accountconfig.schedule.Readings;
import dev.accountconfig.schedule.Readings.DateOnlyEnd;
import dev.accountconfig.schedule.Readings.LastMinute;
import dev.accountconfig.schedule.Readings.OffAlone;
import dev.accountconfig.schedule.Readings.OffBesideWorking;
import dev.accountconfig.schedule.Readings.OverriddenDay;
import dev.accountconfig.schedule.Readings.SeveralDays;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** {@code schedule.*}: how to read what the vendor leaves open. {@link Readings} has the reasons. */
@ConfigMapping(prefix = "schedule")
public interface ScheduleSettings {
    @WithDefault("occasion-zone")
    OverriddenDay overriddenDay();

    @WithDefault("subtracts")
    OffBesideWorking offBesideWorking();

    @WithDefault("empties-day")
    OffAlone offAlone();

    @WithDefault("exclusive")
    DateOnlyEnd dateOnlyEnd();

    @WithDefault("midnight")
    LastMinute lastMinute();

    @WithDefault("continuous")
    SeveralDays severalDays();
}
