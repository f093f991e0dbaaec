package io.sluice.studio.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.splitlayout.SplitLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import io.sluice.run.RunKind;
import io.sluice.run.RunState;
import io.sluice.run.RunView;
import io.sluice.run.StartProblem;
import io.sluice.run.ui.DirtyPanel;
import io.sluice.run.ui.RunHistory;
import io.sluice.run.ui.RunPanel;
import io.sluice.run.ui.RunSentence;
import io.sluice.studio.SaveResult;
import io.sluice.ui.MainLayout;
import io.sluice.ui.Pulse;
import io.sluice.ui.Toast;
import io.sluice.workspace.CurrentMember;
import io.sluice.workspace.Member;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Data Studio: the tree of tasks, their tabs, the editor and the dock. The address names the task in front. */
@PermitAll
@Route(value = "studio/:taskId?", layout = MainLayout.class)
@RouteAlias(value = "", layout = MainLayout.class)
@Menu(title = "studio.title", icon = "STUDIO", order = 0)
class StudioView extends Div implements BeforeEnterObserver, HasDynamicTitle, StudioScreen {
    private final StudioServices services;
    private final Pulse pulse;
    private final Member member;
    private final StudioPresenter presenter;
    private final TaskTree tree;
    private final TaskTabs tabs;
    private final StudioToolbar toolbar;
    private final TaskSurface surface;
    private final Dock dock;
    private final RunPanel runPanel;
    private final SplitLayout stack = new SplitLayout(SplitLayout.Orientation.VERTICAL);
    private final OpenTabsMemory memory;

    StudioView(StudioServices services, Drafts drafts, CurrentMember currentMember, Pulse pulse) {
        this.services = services;
        this.pulse = pulse;
        this.member = currentMember.require();
        this.presenter = new StudioPresenter(services, drafts, member, this, this::getTranslation);
        boolean mayEdit = member.role().mayEdit();
        memory = new OpenTabsMemory(member);
        StudioActions actions = new StudioActions(presenter, this);
        tree = new TaskTree(new TreeActions(services, this::offer, member, new Surroundings()), mayEdit);
        tabs = new TaskTabs(actions);
        toolbar = new StudioToolbar(actions, mayEdit, member.role().mayRun());
        surface = new TaskSurface(actions, this::chooseScript);
        surface.readOnly(!mayEdit);
        runPanel = new RunPanel(services.runs(), services.throughput(), member, new RunListener());
        dock = new Dock(
                runPanel,
                new DirtyPanel(services.dirty(), services.runs(), member, this::showRun),
                new FindingList(this::reveal),
                new RunHistory(services.runs(), member, this::showEarlier),
                this::resizeDock);
        stack.addToPrimary(surface);
        stack.addToSecondary(dock);
        stack.addClassName("sl-stack");
        addClassName("sl-studio");
        add(StudioFrame.of(getTranslation("studio.title"), tree, tabs, toolbar, stack));
        Shortcuts.addShortcutListener(this, actions::save, Key.KEY_S, KeyModifier.CONTROL);
        dock.close();
        showActive(presenter.tasks());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        surface.schema(services.scripts().schema(member));
        refreshTree();
        memory.recall(known -> {
            presenter.restore(known.open());
            UUID front = known.front();
            if (presenter.tasks().active() == null && front != null) {
                openTask(front);
            }
        });
        pulse.follow(this, attached.getUI(), this::beat);
    }

    private void beat() {
        refreshTree();
        presenter.followNewestRun();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> wanted = event.getRouteParameters().get("taskId");
        wanted.flatMap(StudioView::id).ifPresent(task -> {
            if (!presenter.open(task)) {
                Toast.show(getTranslation("studio.no-such-task"));
            }
        });
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("run")
                .flatMap(StudioView::id)
                .ifPresent(this::showRun);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String getPageTitle() {
        OpenTask front = presenter.tasks().active();
        return front == null ? getTranslation("studio.page") : getTranslation("studio.page.task", front.name());
    }

    /** Goes to the address of a task, which brings it to the front. */
    void openTask(UUID task) {
        getUI().ifPresent(ui -> ui.navigate(StudioView.class, new RouteParameters("taskId", task.toString())));
    }

    @Override
    public void showTabs(OpenTasks tasks) {
        tabs.show(tasks);
        tree.unsaved(
                tasks.all().stream().filter(OpenTask::dirty).map(OpenTask::id).toList());
        memory.keep(tasks);
        OpenTask front = tasks.active();
        if (front != null) {
            toolbar.show(front);
            surface.named(front);
        }
    }

    @Override
    public void showActive(OpenTasks tasks) {
        OpenTask front = tasks.active();
        toolbar.setVisible(front != null);
        dock.setVisible(front != null);
        surface.show(front);
        tree.active(front == null ? null : front.id());
        dock.showHistory(front);
        runPanel.clear();
        showRunState(null);
        memory.keep(tasks);
        if (front == null) {
            getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, "studio"));
            return;
        }
        toolbar.show(front);
        dock.showFindings(front.findings());
        UUID run = front.run();
        if (run != null) {
            look(front, run);
            RunView shown = runPanel.shown();
            if (shown != null && !shown.state().ended()) {
                dock.open(Dock.Page.RUN);
            }
        }
    }

    private void look(OpenTask task, UUID run) {
        runPanel.sides(services.scripts().sides(task.text()));
        runPanel.show(run);
        showRunState(runPanel.shown());
    }

    private void showRunState(@Nullable RunView view) {
        dock.showRun(view, view == null ? "" : RunSentence.of(view, this::getTranslation));
        RunState state = view == null ? RunState.SUCCEEDED : view.state();
        toolbar.running(!state.ended(), state == RunState.STOPPING);
    }

    @Override
    public void replaceText(String text) {
        surface.replace(text);
    }

    @Override
    public void showFindings(OpenTask task) {
        dock.showFindings(task.findings());
        toolbar.show(task);
    }

    @Override
    public void showSaved(OpenTask task) {
        if (task == presenter.tasks().active()) {
            toolbar.show(task);
        }
    }

    @Override
    public void askAboutConflict(OpenTask task, SaveResult.Conflict theirs) {
        new ConflictDialog(task, theirs, () -> presenter.takeTheirs(task), () -> presenter.saveOver(task, theirs))
                .open();
    }

    @Override
    public void showGone(OpenTask task) {
        ConfirmDialog gone = new ConfirmDialog();
        gone.setHeader(getTranslation("gone.title", task.name()));
        gone.setText(getTranslation("gone.about"));
        gone.setConfirmText(getTranslation("gone.close"));
        gone.setCancelable(true);
        gone.setCancelText(getTranslation("gone.keep"));
        gone.addConfirmListener(confirmed -> presenter.close(task));
        gone.open();
    }

    @Override
    public void askForParameters(OpenTask task, RunKind kind, List<String> names, Map<String, String> remembered) {
        new ParameterDialog(task, names, remembered, values -> presenter.run(task, kind, values)).open();
    }

    @Override
    public void showRun(UUID run) {
        OpenTask front = presenter.tasks().active();
        if (front != null) {
            front.run(run);
            look(front, run);
            dock.showHistory(front);
            dock.open(Dock.Page.RUN);
        }
    }

    private void showEarlier(RunView run) {
        showRun(run.id());
    }

    @Override
    public void showNotStarted(OpenTask task, List<StartProblem> problems) {
        dock.showFindings(StartFindings.of(problems, task.findings()));
        dock.open(Dock.Page.PROBLEMS);
        Toast.show(getTranslation("studio.not-started", problems.size()));
    }

    @Override
    public void showRefusal(String sentence) {
        surface.notice(sentence);
    }

    @Override
    public void refreshTree() {
        tree.nodes(services.studio().tree(member));
        tree.states(services.runs().lastStates(member));
    }

    private void resizeDock(Dock.Size size) {
        for (Dock.Size one : Dock.Size.values()) {
            stack.setClassName("dock-" + one.name().toLowerCase(java.util.Locale.ROOT), one == size);
        }
        switch (size) {
            case LOW -> stack.setSplitterPosition(78);
            case HIGH -> stack.setSplitterPosition(22);
            case CLOSED, FULL -> {}
        }
    }

    private void reveal(int line, int column) {
        toolbar.chooseScript();
        dock.makeRoom();
        surface.reveal(line, column);
    }

    private void chooseScript() {
        toolbar.chooseScript();
    }

    /** Fits the surface to another way of looking at the task. */
    void mode(StudioToolbar.Mode mode) {
        surface.mode(mode);
        OpenTask front = presenter.tasks().active();
        if (front != null) {
            toolbar.show(front);
        }
    }

    /** Asks the run that is shown to end. */
    void stopRun() {
        RunView shown = runPanel.shown();
        if (shown != null) {
            presenter.stop(shown.id());
            toolbar.running(true, true);
        }
    }

    /** Closes a tab for good and goes to the one that comes to the front. */
    void closeTab(OpenTask task) {
        presenter.close(task);
        surface.forget(task);
        OpenTask front = presenter.tasks().active();
        if (front != null) {
            openTask(front.id());
        }
    }

    /** What can be chosen for the ends of a task. */
    TemplateDialog.Offer offer() {
        TaskScripts scripts = services.scripts();
        return new TemplateDialog.Offer(
                scripts.readers(), scripts.writers(), services.dataSources().list(member));
    }

    private final class Surroundings implements TreeActions.Surroundings {
        @Override
        public void open(UUID task) {
            openTask(task);
        }

        @Override
        public void treeChanged() {
            refreshTree();
            presenter.treeChanged();
        }

        @Override
        public void refuse(String sentence) {
            Toast.show(sentence);
        }

        @Override
        public String translate(String key, Object... parameters) {
            return getTranslation(key, parameters);
        }
    }

    private final class RunListener implements RunPanel.Listener {
        @Override
        public void changed(RunView run) {
            showRunState(run);
            tree.states(services.runs().lastStates(member));
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
            reveal(line, 1);
        }
    }
}
