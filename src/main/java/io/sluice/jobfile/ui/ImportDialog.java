package io.sluice.jobfile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.dom.Element;
import io.sluice.jobfile.GivenJobs;
import io.sluice.jobfile.ImportChoices;
import io.sluice.jobfile.ImportPlan;
import io.sluice.jobfile.JobImport;
import io.sluice.jobfile.JobResult;
import io.sluice.jobfile.PlannedJob;
import io.sluice.run.ui.Blocks;
import io.sluice.script.Side;
import io.sluice.ui.State;
import io.sluice.ui.Toast;
import io.sluice.workspace.Member;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Imports job files in three steps: give them, read what becomes of each, agree once. */
public final class ImportDialog extends Dialog {
    private static final int STEP = 20;

    private final JobImport imports;
    private final Member member;
    private final ImportTarget target;
    private final ImportSurroundings around;
    private final GivePage give;
    private final Button cancel = new Button(getTranslation("studio.cancel"), click -> close());
    private final Button back = new Button(getTranslation("import.back"), click -> showGive());
    private final Button answer = new Button();
    private final Button putStep = new Button();
    private Runnable answered = () -> {};
    private Runnable put = () -> {};
    private CompletableFuture<?> under = CompletableFuture.completedFuture(null);

    public ImportDialog(JobImport imports, Member member, ImportTarget target, ImportSurroundings around) {
        this.imports = imports;
        this.member = member;
        this.target = target;
        this.around = around;
        give = new GivePage(target.place(), this::judge, this::complete);
        addClassName("sl-import");
        setHeaderTitle(getTranslation("import.title"));
        setCloseOnOutsideClick(false);
        setWidth("min(1120px, 94vw)");
        answer.addThemeNames("primary");
        answer.setId("import-answer");
        answer.addClickListener(click -> answered.run());
        putStep.setId("import-put");
        putStep.addClickListener(click -> {
            close();
            put.run();
        });
        getFooter().add(back, cancel, putStep, answer);
        showGive();
        Element dropped = target.dropped();
        give.paste(target.text());
        if (dropped != null) {
            give.takeFrom(dropped);
        }
        addOpenedChangeListener(opened -> {
            if (opened.isOpened() && !target.text().isBlank()) {
                read();
            } else if (opened.isOpened()) {
                give.focusText();
            }
        });
    }

    private void show(Component page) {
        removeAll();
        add(page);
    }

    private void showGive() {
        show(give);
        back.setVisible(false);
        putStep.setVisible(false);
        answer.setText(getTranslation("import.read"));
        answered = this::read;
        judge();
    }

    private void judge() {
        if (give.getParent().isPresent()) {
            answer.setEnabled(!give.isEmpty());
        }
    }

    /** What was dropped is complete; a text that is being written goes on. */
    private void complete() {
        if (give.getParent().isPresent() && !give.hasText()) {
            read();
        }
    }

    private void read() {
        GivenJobs given = give.jobs();
        int jobs = given.texts().size();
        inBackground(jobs, told -> imports.plan(member, target.folder(), given, told), this::showReport);
    }

    private void showReport(ImportPlan plan) {
        ImportChoices choices = new ImportChoices(plan);
        show(new ReportPage(plan, choices, () -> judge(choices)));
        cancel.setEnabled(true);
        back.setVisible(true);
        answered = () -> carryOut(plan, choices);
        judge(choices);
        offerStep(plan);
    }

    private void judge(ImportChoices choices) {
        int jobs = choices.names().size();
        int objections = choices.objections();
        answer.setText(
                objections > 0 ? getTranslation("import.names", objections) : getTranslation("import.answer", jobs));
        answer.setEnabled(jobs > 0 && objections == 0);
    }

    /** A lone step can also go into the task in front. */
    private void offerStep(ImportPlan plan) {
        PlannedJob only = plan.jobs().size() == 1 ? plan.jobs().getFirst() : null;
        Side side = only == null ? null : only.fragment();
        String front = around.front().orElse("");
        putStep.setVisible(side != null && !front.isEmpty());
        if (side != null && only != null) {
            putStep.setText(
                    side == Side.READER
                            ? getTranslation("import.put.reader", front)
                            : getTranslation("import.put.writer", front));
            put = () -> around.putStep(side, plan.stepText(only));
        }
    }

    private void carryOut(ImportPlan plan, ImportChoices choices) {
        Map<Integer, String> names = choices.names();
        Map<Integer, String> sources = choices.sourceNames();
        inBackground(
                names.size(),
                told -> imports.carryOut(member, plan, names, sources, told),
                results -> finish(results, names));
    }

    /** Does what may take its time, and shows how far it is. */
    private <T> void inBackground(int steps, Function<IntConsumer, T> work, Consumer<T> done) {
        ProgressPage progress = new ProgressPage(steps);
        show(progress);
        back.setVisible(false);
        cancel.setEnabled(false);
        answer.setEnabled(false);
        putStep.setVisible(false);
        setCloseOnEsc(false);
        UI screen = UI.getCurrentOrThrow();
        IntConsumer told = step -> {
            if (step % STEP == 0) {
                screen.access(() -> progress.show(step));
            }
        };
        under = CompletableFuture.supplyAsync(
                        () -> work.apply(told),
                        task -> Thread.ofVirtual().name("job-import").start(task))
                .whenComplete((result, failure) -> screen.access(() -> {
                    setCloseOnEsc(true);
                    if (failure == null) {
                        done.accept(result);
                    } else {
                        showFailure();
                    }
                }));
    }

    /** What was imported up to here stays; the tree shows it. */
    private void showFailure() {
        around.treeChanged();
        show(Blocks.block("sl-row", State.FAILED.glyph(), Blocks.text("sl-strong", getTranslation("import.broken"))));
        showClose();
    }

    private void showClose() {
        cancel.setVisible(false);
        answer.setEnabled(true);
        answer.setText(getTranslation("shell.close"));
        answered = this::close;
    }

    private void finish(List<JobResult> results, Map<Integer, String> names) {
        around.treeChanged();
        long created = ResultPage.created(results);
        JobResult.Created first = results.stream()
                .filter(JobResult.Created.class::isInstance)
                .map(JobResult.Created.class::cast)
                .findFirst()
                .orElse(null);
        if (created == results.size()) {
            close();
            Toast.show(getTranslation("import.done", created));
            open(results.size() == 1 ? first : null);
            return;
        }
        show(new ResultPage(results, names));
        showClose();
    }

    private void open(JobResult.@Nullable Created task) {
        if (task != null) {
            around.open(task.task().id());
        }
    }
}
