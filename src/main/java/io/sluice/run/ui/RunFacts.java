package io.sluice.run.ui;

import io.sluice.engine.DirtyLimit;
import io.sluice.engine.RunStatistics;
import io.sluice.run.RunKind;
import io.sluice.run.RunPace;
import io.sluice.run.RunView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a run's figures say, in words. */
final class RunFacts {
    /**
     * One figure with its name.
     *
     * @param note what stands behind the figure in a lighter tone, or nothing
     * @param warning whether the figure asks for attention
     */
    record Fact(String name, String value, String note, boolean warning) {}

    private static final double IDLE = 0.4;

    private final Texts texts;
    private final Amounts amounts;
    private DirtyLimit allowed = DirtyLimit.IGNORE;

    RunFacts(Texts texts) {
        this.texts = texts;
        this.amounts = new Amounts(texts);
    }

    /** The line of figures under a run's progress bar. */
    List<Fact> of(RunView run) {
        RunStatistics now = run.statistics();
        List<Fact> facts = new ArrayList<>();
        if (run.kind() == RunKind.VERIFY) {
            if (run.state().ended()) {
                facts.add(plain("run.fact.elapsed", amounts.duration(now.elapsed())));
            }
            return facts;
        }
        if (!run.state().ended()) {
            facts.add(progress(now));
            facts.add(left(now));
        }
        facts.add(plain("run.fact.elapsed", amounts.duration(now.elapsed())));
        facts.add(plain("run.fact.read", Amounts.count(now.recordsRead())));
        facts.add(plain("run.fact.written", Amounts.count(now.recordsWritten())));
        facts.add(new Fact(
                texts.translate("run.fact.dirty"),
                Amounts.count(now.recordsDirty()),
                run.kind() == RunKind.REPLAY ? "" : allowed(),
                now.recordsDirty() > 0));
        if (now.recordsFiltered() > 0) {
            facts.add(plain("run.fact.filtered", Amounts.count(now.recordsFiltered())));
        }
        facts.add(new Fact(
                texts.translate("run.fact.average"), average(now), texts.translate("run.rows-per-second"), false));
        facts.add(plain("run.fact.volume", Amounts.volume(now.bytes())));
        return facts;
    }

    /** How many dirty records the task of the run endures. */
    void allowed(DirtyLimit limit) {
        allowed = limit;
    }

    private String allowed() {
        Long records = allowed.records();
        if (records != null) {
            return texts.translate("run.fact.dirty.allowed", Amounts.count(records));
        }
        Double share = allowed.share();
        return share == null ? "" : texts.translate("run.fact.dirty.allowed", Amounts.smallPercent(share));
    }

    /** The one sentence on a run that has ended. */
    String outcome(RunView run) {
        RunStatistics end = run.statistics();
        long rows = run.kind() == RunKind.VERIFY ? end.recordsRead() : end.recordsWritten();
        String duration = amounts.duration(end.elapsed());
        if (run.kind() == RunKind.VERIFY) {
            return texts.translate("run.outcome.verify", rows, duration);
        }
        if (run.kind() == RunKind.DRY_RUN) {
            return texts.translate("run.outcome.dry", rows, Amounts.count(end.recordsDirty()), duration);
        }
        return end.recordsDirty() == 0
                ? texts.translate("run.outcome", rows, duration)
                : texts.translate("run.outcome.dirty", rows, duration, Amounts.count(end.recordsDirty()));
    }

    /** What holds the run back, when that is clear; else an empty text. */
    String bottleneck(RunStatistics now, boolean limited) {
        return switch (Bottleneck.of(now)) {
            case TARGET -> texts.translate("run.bottleneck.target", Amounts.percent(now.writing()));
            case SOURCE -> texts.translate("run.bottleneck.source", Amounts.percent(now.readerBusy()));
            case TRANSFORM -> texts.translate("run.bottleneck.transform", Amounts.percent(now.converting()));
            case NEITHER -> texts.translate("run.bottleneck.neither");
            case UNCLEAR -> limited && waitsForLimit(now) ? texts.translate("run.bottleneck.limit") : "";
        };
    }

    /** How many splits nobody reads yet. */
    static int waiting(RunStatistics now) {
        return Math.max(0, now.splitsTotal() - now.splitsDone() - now.splitsRunning() - now.splitsFailed());
    }

    /** How many channels may be faster than those that work; 0 when more of them would have nothing to do. */
    static int channelsWanted(RunStatistics now, int channels) {
        int most = Math.min(RunPace.MOST_CHANNELS, now.splitsRunning() + waiting(now));
        return channels == 0 || most <= channels ? 0 : Math.min(most, channels * 2);
    }

    private static boolean waitsForLimit(RunStatistics now) {
        return now.recordsWritten() > 0 && now.readerBusy() < IDLE && now.writerBusy() < IDLE;
    }

    private Fact progress(RunStatistics now) {
        String name = texts.translate("run.fact.progress");
        Double fraction = now.fraction();
        if (fraction == null) {
            return new Fact(name, texts.translate("run.unknown"), "", false);
        }
        long total = fraction > 0 ? Math.round(now.recordsRead() / fraction) : 0;
        String note = total > 0 ? texts.translate("run.of-about", total) : "";
        return new Fact(name, Amounts.percent(fraction), note, false);
    }

    private Fact left(RunStatistics now) {
        Duration left = now.left();
        return plain("run.fact.left", left == null ? texts.translate("run.unknown") : amounts.duration(left));
    }

    private Fact plain(String key, String value) {
        return new Fact(texts.translate(key), value, "", false);
    }

    private static String average(RunStatistics now) {
        double seconds = now.elapsed().toMillis() / 1000.0;
        return Amounts.count(seconds > 0 ? Math.round(now.recordsWritten() / seconds) : 0);
    }
}
