package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.block;
import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.sluice.engine.RunLimits;
import io.sluice.run.RunPace;
import io.sluice.run.RunService;
import io.sluice.run.RunState;
import io.sluice.run.RunView;
import io.sluice.workspace.Member;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lets people change how fast a live run goes and on how many channels. */
final class PaceControls extends Div {
    private final RunService runs;
    private final Member member;
    private final PaceRow bytes;
    private final PaceRow records;
    private final PaceRow channels;
    private final Span hint = text("sl-small sl-muted", "");
    private @Nullable RunView shown;

    PaceControls(RunService runs, Member member) {
        this.runs = runs;
        this.member = member;
        addClassName("sl-pace");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("pace.title"));
        bytes = new PaceRow("pace-bytes", getTranslation("pace.bytes"), 0, PaceScale.BYTES.unlimited());
        records = new PaceRow("pace-records", getTranslation("pace.records"), 0, PaceScale.RECORDS.unlimited());
        channels = new PaceRow("pace-channels", getTranslation("pace.channels"), 1, RunPace.MOST_CHANNELS);
        bytes.placeholder(getTranslation("pace.unlimited"));
        records.placeholder(getTranslation("pace.unlimited"));
        bytes.onChange(
                place -> limitBytes(PaceScale.BYTES.rate(place)),
                exact -> limitBytes(PaceScale.BYTES.rate(exact.doubleValue())));
        records.onChange(
                place -> limitRecords(PaceScale.RECORDS.rate(place)),
                exact -> limitRecords(PaceScale.RECORDS.rate(exact.doubleValue())));
        channels.onChange(this::work, exact -> work((int) Math.round(exact)));
        add(bytes, records, channels, block("sl-pace-hint", hint));
    }

    private void limitBytes(long rate) {
        RunPace pace = pace();
        if (pace != null) {
            limit(new RunLimits(pace.limits().recordsPerSecond(), rate));
        }
    }

    private void limitRecords(long rate) {
        RunPace pace = pace();
        if (pace != null) {
            limit(new RunLimits(rate, pace.limits().bytesPerSecond()));
        }
    }

    private void limit(RunLimits limits) {
        RunView run = shown;
        if (run != null) {
            runs.limit(member, run.id(), limits);
            reload(run);
        }
    }

    private void work(int wanted) {
        RunView run = shown;
        if (run != null) {
            runs.concurrency(member, run.id(), Math.clamp(wanted, 1, most(run)));
            reload(run);
        }
    }

    /** What is shown is what holds, whatever was asked for. */
    private void reload(RunView run) {
        runs.view(member, run.id()).ifPresent(this::show);
    }

    private @Nullable RunPace pace() {
        RunView run = shown;
        return run == null ? null : run.pace();
    }

    /** Shows what holds for a run; hidden when nobody can change it any more. */
    void show(RunView run) {
        shown = run;
        RunPace pace = run.pace();
        setVisible(pace != null && !run.state().ended());
        if (pace == null) {
            return;
        }
        boolean changeable = member.role().mayRun() && run.state() == RunState.RUNNING;
        RunLimits limits = pace.limits();
        rate(bytes, PaceScale.BYTES, limits.bytesPerSecond(), "MB/s");
        rate(records, PaceScale.RECORDS, limits.recordsPerSecond(), getTranslation("run.rows-per-second"));
        bytes.enabled(changeable);
        records.enabled(changeable);
        int most = most(run);
        int now = Math.min(pace.channels(), most);
        channels.most(most);
        channels.show(
                now,
                Integer.toString(now),
                getTranslation("pace.of", most),
                getTranslation("pace.channels.words", now, most));
        channels.enabled(changeable && most > 1);
        hint.setText(most > 1 ? "" : getTranslation("pace.one-split"));
    }

    private void rate(PaceRow row, PaceScale scale, long rate, String unit) {
        String exact = rate == 0 ? "" : spelled(scale.number(rate));
        row.show(
                scale.place(rate),
                exact,
                rate == 0 ? "" : unit,
                rate == 0 ? getTranslation("pace.unlimited") : exact + " " + unit);
    }

    private static String spelled(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : String.format(Locale.ROOT, "%.2f", number);
    }

    /** More channels than splits have nothing to do. */
    private static int most(RunView run) {
        int splits = run.statistics().splitsTotal();
        return splits == 0 ? RunPace.MOST_CHANNELS : Math.clamp(splits, 1, RunPace.MOST_CHANNELS);
    }
}
