package io.sluice.studio.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
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
import io.sluice.run.StartProblem;
import io.sluice.studio.SaveResult;
import io.sluice.ui.MainLayout;
import io.sluice.ui.PaletteActions;
import io.sluice.ui.PaletteEntry;
import io.sluice.ui.Pulse;
import io.sluice.ui.RoleAware;
import io.sluice.ui.Toast;
import io.sluice.workspace.CurrentMember;
import io.sluice.workspace.Member;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Data Studio: the tree of tasks, their tabs, the editor and the dock. The address names the task in front. */
@PermitAll
@Route(value = "studio/:taskId?", layout = MainLayout.class)
@RouteAlias(value = "", layout = MainLayout.class)
@Menu(title = "studio.title", icon = "STUDIO", order = 0)
class StudioView extends Div implements BeforeEnterObserver, HasDynamicTitle, StudioScreen, PaletteActions, RoleAware {
    private final StudioServices services;
    private final Pulse pulse;
    private Member member;
    private final StudioPresenter presenter;
    private final StudioActions actions;
    private final TreeActions treeActions;
    private final TaskTree tree;
    private final TreeFeed feed;
    private final StudioAddress address;
    private final TaskTabs tabs;
    private final StudioToolbar toolbar;
    private final TaskSurface surface;
    private final RunDesk desk;
    private final FormAndScript between;
    private final OpenTabsMemory memory;
    private final TaskCompany company;

    StudioView(StudioServices services, TeamServices team, Drafts drafts, CurrentMember currentMember, Pulse pulse) {
        this.services = services;
        this.pulse = pulse;
        this.member = currentMember.require();
        this.presenter = new StudioPresenter(services, drafts, member, this, this::getTranslation);
        this.company = new TaskCompany(services, team, member, presenter, this);
        memory = new OpenTabsMemory(member);
        actions = new StudioActions(presenter, this);
        TreeNotice treeNotice = new TreeNotice();
        TreeSurroundings surroundings = new TreeSurroundings(this, presenter, treeNotice);
        JobFileActions jobFiles = new JobFileActions(services, presenter, member, surroundings);
        treeActions = new TreeActions(services, this::offer, member, surroundings, jobFiles);
        tree = new TaskTree(treeActions, member);
        address = new StudioAddress(presenter, services.tree().changes(), member, tree);
        feed = new TreeFeed(services, member, tree, presenter::treeChanged);
        tabs = new TaskTabs(actions, presenter.mayEdit());
        toolbar = new StudioToolbar(actions, new MoreMenu(jobFiles, presenter.mayEdit()), member.role());
        toolbar.aside(company.strip());
        surface = new TaskSurface(services, member, actions);
        desk = new RunDesk(
                services,
                member,
                presenter,
                new RunDesk.Beside(toolbar, company.versions().comparison(), this::showRefusal),
                new AroundDesk(this, feed));
        between = new FormAndScript(presenter, toolbar, surface, desk, services.guide());
        SplitLayout stack = desk.below(surface);
        addClassName("sl-studio");
        Component[] editing = {toolbar, company.notice(), StudioFrame.withProperties(stack, company.versions())};
        add(
                StudioFrame.of(getTranslation("studio.title"), tree, treeNotice, tabs, editing),
                company.versions().strip());
        StudioKeys.listen(this, actions);
        showActive(presenter.tasks());
    }

    @Override
    public void become(Member now) {
        member = now;
        presenter.become(now);
        tree.become(now);
        tabs.editable(presenter.mayEdit());
        toolbar.role(now.role());
        surface.become(now);
        company.versions().become(now);
        desk.become(now);
        showTabs(presenter.tasks());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        surface.schema(services.scripts().schema());
        feed.begin();
        memory.recall(known -> {
            presenter.restore(known.open());
            UUID front = known.front();
            if (presenter.tasks().active() == null && front != null && !address.elsewhere()) {
                openTask(front);
            }
            company.look();
        });
        pulse.follow(this, attached.getUI(), this::beat);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        company.leave();
    }

    private void beat() {
        refreshTree();
        company.beat();
        presenter.followNewestRun();
        desk.look();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address.follow(event, this::showRun, surface::notice);
    }

    @Override
    public String getPageTitle() {
        OpenTask front = presenter.tasks().active();
        return front == null ? getTranslation("studio.page") : getTranslation("studio.page.task", front.name());
    }

    /**
     * Goes to the address of a task, which brings it to the front. Where the address is that of the task already, as after
     * a step back in the very moment in which another task came, nobody goes anywhere, and it is brought there all the same.
     */
    void openTask(UUID task) {
        getUI().ifPresent(ui -> {
            ui.navigate(StudioView.class, new RouteParameters("taskId", task.toString()));
            OpenTask front = presenter.tasks().active();
            if ((front == null || !front.id().equals(task)) && presenter.open(task)) {
                ui.getPage().setTitle(getPageTitle());
            }
        });
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
        surface.show(front);
        company.look();
        tree.active(front == null ? null : front.id());
        memory.keep(tasks);
        if (front == null) {
            desk.show(null);
            getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, "studio"));
            return;
        }
        lookFirst(front);
        between.guide(front, 1, 1);
        desk.show(front);
    }

    private void lookFirst(OpenTask task) {
        StudioToolbar.Mode chosen = task.mode();
        StudioToolbar.Mode mode = chosen == null ? services.scripts().mode(task.text()) : chosen;
        task.mode(mode);
        toolbar.choose(mode);
        toolbar.show(task);
    }

    @Override
    public void replaceText(String text) {
        surface.replace(text);
    }

    @Override
    public void showChange(OpenTask task, String before) {
        surface.change(task, before);
    }

    @Override
    public void showForm(OpenTask task) {
        surface.showForm(task);
    }

    @Override
    public void showFindings(OpenTask task) {
        desk.showFindings(task.findings());
        toolbar.show(task);
    }

    @Override
    public void showSaved(OpenTask task) {
        if (task == presenter.tasks().active()) {
            toolbar.show(task);
            company.saved();
        }
    }

    FormAndScript between() {
        return between;
    }

    TaskVersions versions() {
        return company.versions();
    }

    @Override
    public List<PaletteEntry> paletteActions() {
        return StudioPalette.of(member, presenter.tasks(), actions);
    }

    @Override
    public void askAboutConflict(OpenTask task, SaveResult.Conflict theirs) {
        new ConflictDialog(task, theirs, () -> presenter.takeTheirs(task), () -> presenter.saveOver(task, theirs))
                .open();
    }

    @Override
    public void showNewer(OpenTask task, SaveResult.Conflict theirs) {
        company.notRun(task, theirs);
    }

    void unsent(UUID task, String text, Instant typed) {
        company.unsent(task, text, typed);
    }

    @Override
    public void showGone(OpenTask task) {
        new GoneDialog(task, () -> presenter.close(task)).open();
    }

    @Override
    public void askForParameters(OpenTask task, RunKind kind, List<String> names, Map<String, String> remembered) {
        new ParameterDialog(task, names, remembered, values -> presenter.run(task, kind, values)).open();
    }

    @Override
    public void showRun(UUID run) {
        desk.showRun(run);
    }

    @Override
    public void showComparison() {
        desk.openComparison();
    }

    @Override
    public void showNotStarted(OpenTask task, List<StartProblem> problems) {
        desk.showProblems(StartFindings.of(problems, task.findings()));
        Toast.show(getTranslation("studio.not-started", problems.size()));
    }

    @Override
    public void showRefusal(String sentence) {
        surface.notice(sentence);
    }

    @Override
    public void refreshTree() {
        feed.refresh();
    }

    /** Chooses nodes in the tree. */
    void reveal(List<UUID> nodes, boolean rename) {
        tree.reveal(nodes, rename);
    }

    /** Opens a page of the dock. */
    void openPage(Dock.Page page) {
        desk.open(page);
    }

    /** Fits the surface to another way of looking at the task. */
    void mode(StudioToolbar.Mode mode) {
        surface.mode(mode);
        OpenTask front = presenter.tasks().active();
        if (front != null) {
            front.mode(mode);
            toolbar.show(front);
            surface.showForm(front);
        }
    }

    /** Asks the run that is shown to end. */
    void stopRun() {
        desk.stop();
    }

    /** Closes a tab for good and goes to the one that comes to the front. */
    void closeTab(OpenTask task) {
        closeTabs(List.of(task));
    }

    /** Closes tabs for good and goes to the one that comes to the front. */
    void closeTabs(List<OpenTask> closing) {
        presenter.close(closing);
        closing.forEach(surface::forget);
        OpenTask front = presenter.tasks().active();
        if (front != null) {
            openTask(front.id());
        }
    }

    /** Asks for a new task beside the one in front. */
    void createTask() {
        treeActions.createTaskBeside(presenter.tasks().active());
    }

    /** What can be chosen for the ends of a task. */
    TemplateDialog.Offer offer() {
        TaskScripts scripts = services.scripts();
        return new TemplateDialog.Offer(
                scripts.readers(), scripts.writers(), services.dataSources().list(member));
    }
}
