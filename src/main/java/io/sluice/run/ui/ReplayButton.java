package io.sluice.run.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import io.sluice.run.DirtyQuery;
import io.sluice.run.DirtyService;
import io.sluice.run.ReplayOutlook;
import io.sluice.run.ReplayResult;
import io.sluice.spi.Guarantee;
import io.sluice.ui.Icon;
import io.sluice.workspace.Member;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes corrected dirty records into the target: says first what that does there, or why it cannot be done. */
final class ReplayButton extends Button {
    /**
     * What it would write.
     *
     * @param run the records' run; null for none
     * @param selected sequences; when there are none, all corrected records
     * @param ready how many those are
     * @param live whether the run still goes on
     */
    record Choice(@Nullable UUID run, List<Long> selected, long ready, boolean live) {
        long count() {
            return selected.isEmpty() ? ready : selected.size();
        }
    }

    private final DirtyService dirty;
    private final Member member;
    private final Div notice;
    private final Consumer<List<UUID>> started;
    private Choice choice = new Choice(null, List.of(), 0, false);
    private boolean dry;
    private boolean changing;
    private RunSides sides = RunSides.UNKNOWN;

    /** @param started is told the runs that write */
    ReplayButton(DirtyService dirty, Member member, Div notice, Consumer<List<UUID>> started) {
        this.dirty = dirty;
        this.member = member;
        this.notice = notice;
        this.started = started;
        setId("dirty-replay");
        setIcon(Icon.PLAY.create());
        addThemeNames("primary");
        addClickListener(click -> ask());
    }

    void show(Choice now, boolean ofDryRun, RunSides named) {
        choice = now;
        dry = ofDryRun;
        sides = named;
        setText(getTranslation("dirty.replay", now.count()));
        fit();
        setTooltipText(
                getTranslation(dry ? "dirty.replay.dry" : now.live() ? "dirty.replay.live" : "dirty.replay.help"));
    }

    /** Many records are being changed, or not any more: which are to be written is asked when they are as they shall be. */
    void pause(boolean goesOn) {
        changing = goesOn;
        fit();
    }

    private void fit() {
        setEnabled(choice.run() != null && (choice.count() > 0 || dry) && !changing);
    }

    /** Asks whether records shall be written, whatever is selected. */
    void offer(List<Long> sequences) {
        Choice before = choice;
        choice = new Choice(before.run(), sequences, 0, before.live());
        ask();
        choice = before;
    }

    private void ask() {
        UUID run = choice.run();
        if (run == null) {
            return;
        }
        if (dry) {
            ReplayNotice.say(notice, getTranslation("dirty.replay.dry"));
            return;
        }
        switch (dirty.outlook(member, run)) {
            case ReplayOutlook.Refused refused -> ReplayNotice.refused(notice, refused.reason());
            case ReplayOutlook.Invalid invalid -> ReplayNotice.invalid(notice, invalid.problems());
            case ReplayOutlook.Possible possible -> ask(run, possible);
        }
    }

    private void ask(UUID run, ReplayOutlook.Possible outlook) {
        Choice asked = choice;
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.addClassName("sl-replay-dialog");
        dialog.setHeader(getTranslation("dirty.replay.title", asked.count(), sides.target()));
        dialog.add(Blocks.paragraph("sl-dialog-text", getTranslation("dirty.replay.about")));
        dialog.add(Blocks.paragraph("sl-dialog-text", promise(outlook.guarantee())));
        long doubtful = doubtful(run, asked);
        if (doubtful > 0) {
            boolean harmless = outlook.guarantee() == Guarantee.IDEMPOTENT;
            dialog.add(Blocks.paragraph(
                    "sl-dialog-text sl-dirty-warning",
                    getTranslation(harmless ? "dirty.replay.doubtful.harmless" : "dirty.replay.doubtful", doubtful)));
        }
        if (outlook.loadGoesOn()) {
            dialog.add(Blocks.paragraph("sl-dialog-text sl-dirty-warning", getTranslation("dirty.replay.goes-on")));
        }
        dialog.setConfirmText(getTranslation("dirty.replay", asked.count()));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("dirty.replay.not"));
        dialog.addConfirmListener(confirmed -> start(run, asked));
        dialog.open();
    }

    private String promise(Guarantee guarantee) {
        return switch (guarantee) {
            case AT_LEAST_ONCE, ALL_OR_NOTHING -> getTranslation("dirty.replay.once");
            case PROGRESS_IN_TARGET -> getTranslation("dirty.replay.progress");
            case IDEMPOTENT -> getTranslation("dirty.replay.idempotent");
            case WHOLE_FILES -> getTranslation("dirty.replay.files");
            case NOTHING_KEPT -> getTranslation("dirty.replay.nowhere");
        };
    }

    /** How many of the selected records may be in the target already. */
    private long doubtful(UUID run, Choice asked) {
        if (asked.selected().isEmpty()) {
            return 0;
        }
        Set<Long> chosen = new HashSet<>(asked.selected());
        return dirty.sequences(member, run, DirtyQuery.ALL.show(DirtyQuery.Show.DOUBTFUL)).stream()
                .filter(chosen::contains)
                .count();
    }

    private void start(UUID run, Choice asked) {
        ReplayResult result = asked.selected().isEmpty()
                ? dirty.replayCorrected(member, run)
                : dirty.replay(member, run, asked.selected());
        ReplayNotice.show(notice, result);
        started.accept(result instanceof ReplayResult.Started now ? now.runs() : List.of());
    }
}
