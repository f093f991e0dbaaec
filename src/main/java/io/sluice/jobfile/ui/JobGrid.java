package io.sluice.jobfile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.sluice.jobfile.ImportChoices;
import io.sluice.jobfile.ImportPlan;
import io.sluice.jobfile.PlannedJob;
import io.sluice.run.ui.Blocks;
import io.sluice.ui.Sentences;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The jobs of a plan: what each becomes, and under which name. */
final class JobGrid extends Grid<PlannedJob> {
    private final ImportChoices choices;
    private final Runnable changed;
    private final Map<PlannedJob, TextField> fields = new IdentityHashMap<>();

    JobGrid(ImportPlan plan, ImportChoices choices, Runnable changed, Consumer<PlannedJob> shown) {
        this.choices = choices;
        this.changed = changed;
        addClassName("sl-import-jobs");
        setItems(plan.jobs());
        setSelectionMode(SelectionMode.MULTI);
        setItemSelectableProvider(PlannedJob::importable);
        plan.jobs().stream().filter(PlannedJob::supported).forEach(this::select);
        asMultiSelect().addSelectionListener(selection -> {
            choices.choose(selection.getAllSelectedItems());
            judgeAll();
        });
        addComponentColumn(job -> OutcomeLook.chip(job.outcome()))
                .setHeader(getTranslation("import.column.outcome"))
                .setWidth("150px")
                .setFlexGrow(0);
        addComponentColumn(this::name)
                .setHeader(getTranslation("import.column.name"))
                .setWidth("210px")
                .setFlexGrow(2);
        addComponentColumn(JobGrid::ends)
                .setHeader(getTranslation("import.column.ends"))
                .setWidth("150px")
                .setFlexGrow(2)
                .setTooltipGenerator(
                        job -> job.missing().map(Sentences::translated).orElseGet(job::ends));
        addColumn(job -> job.remarks().size())
                .setHeader(getTranslation("import.column.remarks"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("80px")
                .setFlexGrow(0);
        addItemClickListener(click -> shown.accept(click.getItem()));
        addCellFocusListener(focus -> focus.getItem().ifPresent(shown));
    }

    private Component name(PlannedJob job) {
        if (!job.importable()) {
            return new Span(job.file());
        }
        TextField name = new TextField();
        name.setValue(choices.name(job));
        name.setWidthFull();
        name.setAriaLabel(getTranslation("import.column.name"));
        name.setValueChangeMode(ValueChangeMode.LAZY);
        judge(name, job);
        fields.put(job, name);
        name.addDetachListener(gone -> fields.remove(job, name));
        name.addValueChangeListener(change -> {
            choices.rename(job, change.getValue());
            judgeAll();
        });
        return name;
    }

    /** Why a job is not chosen stands in its row. */
    private static Component ends(PlannedJob job) {
        Div ends = Blocks.block("sl-import-ends", Blocks.text("sl-cut", job.ends()));
        job.missing()
                .ifPresent(missing -> ends.add(Blocks.text("sl-small sl-muted sl-cut", Sentences.translated(missing))));
        return ends;
    }

    /** One name can make another a double. */
    private void judgeAll() {
        fields.forEach((job, name) -> judge(name, job));
        changed.run();
    }

    private void judge(TextField name, PlannedJob job) {
        choices.objection(job)
                .ifPresentOrElse(
                        objection -> {
                            name.setInvalid(true);
                            name.setTooltipText(words(objection));
                        },
                        () -> {
                            name.setInvalid(false);
                            name.setTooltipText(job.file());
                        });
    }

    private String words(ImportChoices.NameObjection objection) {
        return switch (objection) {
            case EMPTY -> getTranslation("tree.name-empty");
            case TOO_LONG -> getTranslation("tree.name-long");
            case FORBIDDEN -> getTranslation("tree.name-forbidden");
            case TAKEN -> getTranslation("import.name.taken");
            case TWICE -> getTranslation("import.name.twice");
        };
    }
}
