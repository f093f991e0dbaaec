package io.sluice.run.ui;

import io.sluice.run.DirtySummary;
import io.sluice.run.RunKind;
import io.sluice.run.RunState;
import io.sluice.run.RunView;
import org.jspecify.annotations.Nullable;

/** What stands above dirty records: how many there are, and what part of the run they are. */
final class DirtyAbout {
    private DirtyAbout() {}

    /** How many there are, and how many of them are kept or open. */
    static String count(@Nullable RunView run, DirtySummary summary, Texts texts) {
        long found = run == null || run.kind() == RunKind.REPLAY
                ? summary.kept()
                : run.statistics().recordsDirty();
        return found > summary.kept()
                ? texts.translate("dirty.about.some", found, Amounts.count(summary.kept()))
                : texts.translate("dirty.about", summary.kept(), Amounts.count(summary.open()));
    }

    /** Their share of what the run has read, and how many it endures; empty for none. */
    static String share(@Nullable RunView run, RunSides sides, Texts texts) {
        if (run == null || run.kind() == RunKind.REPLAY || run.statistics().recordsRead() == 0) {
            return "";
        }
        double dirtyShare =
                (double) run.statistics().recordsDirty() / run.statistics().recordsRead();
        String of = texts.translate(
                "dirty.share",
                Amounts.smallPercent(dirtyShare),
                Amounts.count(run.statistics().recordsRead()));
        String limit = DirtyWords.limit(sides.allowed(), texts);
        return limit.isEmpty() ? of : of + " · " + limit;
    }

    /** Which sentence says that there are none. */
    static String none(@Nullable RunView run) {
        if (run == null) {
            return "dirty.no-run";
        }
        if (run.state() == RunState.SUCCEEDED) {
            return "dirty.none";
        }
        return run.state().ended() ? "dirty.none-until-end" : "dirty.none-yet";
    }
}
