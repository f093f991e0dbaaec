package io.sluice.studio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.splitlayout.SplitLayout;
import io.sluice.run.RunService;
import io.sluice.run.RunState;
import io.sluice.run.RunView;
import io.sluice.run.StopResult;
import io.sluice.run.ui.DirtyPanel;
import io.sluice.run.ui.RunHistory;
import io.sluice.run.ui.RunPanel;
import io.sluice.run.ui.RunSentence;
import io.sluice.run.ui.RunSides;
import io.sluice.run.ui.StepOfCorrection;
import io.sluice.script.MapSteps;
import io.sluice.script.Repair;
import io.sluice.studio.ui.form.PreviewPanel;
import io.sluice.ui.ConnectorTexts;
import io.sluice.ui.RoleAware;
import io.sluice.ui.RunsChangedEvent;
import io.sluice.ui.Toast;
import io.sluice.workspace.Member;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lower half of the studio: the dock with the run of the task in front, its problems and its history. */
final class RunDesk implements RunPanel.Listener, RoleAware {
    /** What stands around the dock. */
    interface Surroundings {
        /** Runs began, changed or ended. */
        void statesChanged();

        /** Goes to a place of the script. */
        void reveal(int line, int column);

        /** Makes a repair in the script. */
        void repair(Repair repair);
    }

    /** What works together with the desk. @param refusal says why something was not done */
    record Beside(StudioToolbar toolbar, ComparePanel comparison, Consumer<String> refusal) {}

    private final StudioServices services;
    private final TaskScripts scripts;
    private final RunService runs;
    private final StudioPresenter presenter;
    private final StudioToolbar toolbar;
    private final ComparePanel comparison;
    private final Surroundings around;
    private final Consumer<String> refusal;
    private final DockRoom room = new DockRoom();
    private Member member;
    private RunPanel panel;
    private DirtyPanel dirty;
    private Dock dock;
    private @Nullable RunState told;

    RunDesk(StudioServices services, Member member, StudioPresenter presenter, Beside beside, Surroundings around) {
        this.services = services;
        this.scripts = services.scripts();
        this.runs = services.runs();
        this.member = member;
        this.presenter = presenter;
        this.toolbar = beside.toolbar();
        this.comparison = beside.comparison();
        this.around = around;
        this.refusal = beside.refusal();
        panel = panel(member);
        dirty = records(member);
        dock = dock(member);
    }

    private RunPanel panel(Member member) {
        return new RunPanel(
                new RunPanel.Services(services.runs(), services.throughput(), services.differences()), member, this);
    }

    private DirtyPanel records(Member member) {
        return new DirtyPanel(
                new DirtyPanel.Services(
                        services.dirty(), services.runs(), services.form().widening()),
                member,
                new Records());
    }

    private Dock dock(Member member) {
        Dock made = new Dock(
                new Dock.Content(
                        panel,
                        dirty,
                        new FindingList(around::reveal, around::repair),
                        new PreviewPanel(services.form().samples(), member),
                        comparison,
                        new RunHistory(services.runs(), member, earlier -> showRun(earlier.id()))),
                room::show);
        made.add(new DividerKeys(made.getTranslation("dock.divider")));
        return made;
    }

    /** What the pages offer is decided when they are made. */
    @Override
    public void become(Member now) {
        Dock before = dock;
        member = now;
        panel = panel(now);
        dirty = records(now);
        dock = dock(now);
        room.replace(dock);
        show(presenter.tasks().active());
        dock.openAs(before);
    }

    /** The dock below something else, with a bar between that can be moved. */
    SplitLayout below(Component upper) {
        dock.close();
        return room.layout(upper, dock);
    }

    /** Shows what belongs to a task; null for no task. */
    void show(@Nullable OpenTask task) {
        dock.setVisible(task != null);
        dock.front(task);
        panel.clear();
        showState(null);
        if (task == null) {
            return;
        }
        dock.showFindings(task.findings());
        UUID run = task.run();
        if (run != null) {
            look(task, run);
            RunView shown = panel.shown();
            if (shown != null && !shown.state().ended()) {
                dock.open(Dock.Page.RUN);
            }
        }
    }

    private void look(OpenTask task, UUID run) {
        RunSides sides = scripts.sides(task.text());
        panel.sides(sides);
        dirty.sides(sides);
        panel.show(run);
        showState(panel.shown());
    }

    private void showState(@Nullable RunView view) {
        dock.showRun(view, view == null ? "" : RunSentence.of(view, dock::getTranslation));
        RunState state = view == null ? RunState.SUCCEEDED : view.state();
        toolbar.running(!state.ended(), state == RunState.STOPPING);
        RunState now = view == null ? null : state;
        if (now != told) {
            told = now;
            RunsChangedEvent.tell(dock);
        }
    }

    /** Shows a run of the task in front. */
    void showRun(UUID run) {
        OpenTask front = presenter.tasks().active();
        if (front != null) {
            front.run(run);
            look(front, run);
            dock.showHistory(front);
            dock.open(Dock.Page.RUN);
        }
    }

    void showFindings(List<Finding> findings) {
        dock.showFindings(findings);
    }

    /** Shows why a run did not start. */
    void showProblems(List<Finding> problems) {
        dock.showFindings(problems);
        dock.open(Dock.Page.PROBLEMS);
    }

    /** Opens a page of the dock. */
    void open(Dock.Page page) {
        dock.open(page);
    }

    void openComparison() {
        dock.openComparison();
    }

    void makeRoom() {
        dock.makeRoom();
    }

    /** To be called every few seconds. */
    void look() {
        dirty.look();
    }

    /** Asks the run that is shown to end, and says so when somebody else has done that, or nobody can. */
    void stop() {
        RunView shown = panel.shown();
        if (shown == null || shown.state().ended()) {
            return;
        }
        switch (runs.stop(member, shown.id())) {
            case StopResult.Stopping ignored -> toolbar.running(true, true);
            case StopResult.AlreadyStopping already -> {
                toolbar.running(true, true);
                refusal.accept(
                        already.by().isEmpty()
                                ? dock.getTranslation("studio.stop.process")
                                : dock.getTranslation("studio.stop.already", already.by()));
            }
            case StopResult.Elsewhere ignored -> refusal.accept(dock.getTranslation("studio.stop.elsewhere"));
            case StopResult.Ended ignored -> refusal.accept(dock.getTranslation("studio.stop.ended"));
        }
    }

    private final class Records implements DirtyPanel.Listener {
        @Override
        public void showRun(UUID run) {
            RunDesk.this.showRun(run);
        }

        @Override
        public void keep(StepOfCorrection step) {
            OpenTask front = presenter.tasks().active();
            if (front != null) {
                presenter.change(front, document -> MapSteps.add(document, step.type(), step.parameter()));
                Toast.show(dock.getTranslation(
                        "dirty.fix.kept", ConnectorTexts.translated(step.type().label())));
            }
        }
    }

    @Override
    public void changed(RunView run) {
        showState(run);
        around.statesChanged();
        if (run.state().ended()) {
            dock.showHistory(presenter.tasks().active());
        }
    }

    @Override
    public void resume(RunView run) {
        presenter.resume(run.id());
    }

    @Override
    public void showLine(int line) {
        around.reveal(line, 1);
    }
}
