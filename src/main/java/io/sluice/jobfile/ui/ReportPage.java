package io.sluice.jobfile.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.sluice.jobfile.ImportChoices;
import io.sluice.jobfile.ImportPlan;
import io.sluice.jobfile.Outcome;
import io.sluice.jobfile.PlannedJob;
import io.sluice.jobfile.RefusedFile;
import io.sluice.run.ui.Blocks;
import io.sluice.ui.Chip;
import io.sluice.ui.State;

/** What an import would do, job by job, with the remarks on the one that is looked at. */
final class ReportPage extends Div {
    private final RemarkList remarks = new RemarkList();
    private final ImportChoices choices;

    ReportPage(ImportPlan plan, ImportChoices choices, Runnable changed) {
        this.choices = choices;
        addClassName("sl-import-report");
        add(summary(plan));
        long left = plan.count(Outcome.UNSUPPORTED);
        if (left > 0) {
            add(Blocks.text("sl-muted sl-import-left", getTranslation("import.left", left)));
        }
        JobGrid grid = new JobGrid(plan, choices, changed, this::show);
        add(Blocks.block("sl-import-both", grid, remarks));
        if (!plan.jobs().isEmpty()) {
            show(plan.jobs().getFirst());
        }
        if (!plan.sources().isEmpty()) {
            add(new H3(getTranslation("import.sources")), new SourceList(plan, choices));
        }
        if (!plan.refused().isEmpty()) {
            add(new H3(getTranslation("import.refused", plan.refused().size())), refused(plan));
        }
    }

    private void show(PlannedJob job) {
        remarks.show(job, choices.name(job));
    }

    private Div summary(ImportPlan plan) {
        Div summary = Blocks.block("sl-row sl-import-summary");
        summary.add(Blocks.text(
                "sl-strong", getTranslation("import.jobs", plan.jobs().size())));
        for (Outcome outcome : Outcome.values()) {
            long count = plan.count(outcome);
            if (count > 0) {
                summary.add(Chip.of(OutcomeLook.state(outcome), count + " " + OutcomeLook.word(outcome)));
            }
        }
        return summary;
    }

    private Div refused(ImportPlan plan) {
        Div list = Blocks.block("sl-import-refused");
        for (RefusedFile file : plan.refused()) {
            list.add(Blocks.block(
                    "sl-row",
                    State.FAILED.glyph(),
                    Blocks.text("sl-cut", file.name()),
                    Blocks.text("sl-muted", words(file.reason()))));
        }
        return list;
    }

    private String words(RefusedFile.Reason reason) {
        return switch (reason) {
            case TOO_LARGE -> getTranslation("import.refused.large");
            case TOO_MANY -> getTranslation("import.refused.many");
            case NOT_TEXT -> getTranslation("import.refused.no-text");
            case EMPTY -> getTranslation("import.refused.empty");
            case BROKEN_ARCHIVE -> getTranslation("import.refused.broken");
            case ARCHIVE_IN_ARCHIVE -> getTranslation("import.refused.nested");
            case ARCHIVE_TOO_LARGE -> getTranslation("import.refused.bomb");
        };
    }
}
