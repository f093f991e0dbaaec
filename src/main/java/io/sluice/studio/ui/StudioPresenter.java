package io.sluice.studio.ui;

import io.sluice.run.Refusal;
import io.sluice.run.RunKind;
import io.sluice.run.RunService;
import io.sluice.run.RunView;
import io.sluice.run.StartProblem;
import io.sluice.run.StartResult;
import io.sluice.run.ui.RefusalWords;
import io.sluice.run.ui.Texts;
import io.sluice.script.ScriptDocument;
import io.sluice.studio.Draft;
import io.sluice.studio.SaveResult;
import io.sluice.studio.StudioService;
import io.sluice.studio.TreeNode;
import io.sluice.studio.ui.assist.ScriptAssistant;
import io.sluice.studio.ui.assist.Suggestions;
import io.sluice.ui.Sentences;
import io.sluice.workspace.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Decides what opening, saving, running and closing tasks mean; the screen shows it. Belongs to one screen. */
final class StudioPresenter {
    private final StudioService studio;
    private final RunService runs;
    private final TaskScripts scripts;
    private final ScriptAssistant assistant;
    private Member member;
    private final StudioScreen screen;
    private final Texts texts;
    private final OpenTasks tasks = new OpenTasks();
    private final Drafts drafts;

    StudioPresenter(StudioServices services, Drafts drafts, Member member, StudioScreen screen, Texts texts) {
        this.drafts = drafts;
        this.studio = services.studio();
        this.runs = services.runs();
        this.scripts = services.scripts();
        this.assistant = services.assistant();
        this.member = member;
        this.screen = screen;
        this.texts = texts;
    }

    OpenTasks tasks() {
        return tasks;
    }

    /** Brings a task to the front, in a new tab when it has none. False when there is no such task. */
    boolean open(UUID id) {
        Optional<OpenTask> known = tasks.find(id);
        Optional<OpenTask> found = known.or(() -> load(id));
        if (known.isEmpty()) {
            found.ifPresent(tasks::add);
        }
        found.ifPresent(this::activate);
        return found.isPresent();
    }

    /** Puts tasks into tabs in this order, without bringing one to the front. */
    void restore(List<UUID> ids) {
        ids.stream()
                .filter(id -> tasks.find(id).isEmpty())
                .flatMap(id -> load(id).stream())
                .forEach(tasks::add);
        tasks.arrange(ids);
        screen.showTabs(tasks);
    }

    private Optional<OpenTask> load(UUID id) {
        return studio.open(member, id).map(stored -> {
            OpenTask task = new OpenTask(stored);
            drafts.of(member, id)
                    .filter(draft -> !draft.text().equals(stored.text()))
                    .ifPresent(draft -> resume(task, draft));
            task.findings(scripts.findings(member, task.text()));
            runs.history(member, id, 0, 1).stream().map(RunView::id).findFirst().ifPresent(task::run);
            return task;
        });
    }

    private void resume(OpenTask task, Draft draft) {
        task.resume(draft);
        if (drafts.foreign(task.id())) {
            task.restored(draft.changedAt());
        }
    }

    private void activate(OpenTask task) {
        if (task != tasks.active()) {
            tasks.activate(task);
            screen.showTabs(tasks);
            screen.showActive(tasks);
        }
    }

    /** Closes a tab and forgets what is not saved in it. */
    void close(OpenTask task) {
        boolean front = task == tasks.active();
        tasks.close(task);
        if (task.dirty()) {
            drafts.drop(member, task);
        }
        screen.showTabs(tasks);
        if (front) {
            screen.showActive(tasks);
        }
    }

    /** Closes several tabs; the one in front last, so that the screen goes to another only once. */
    void close(List<OpenTask> closing) {
        OpenTask front = tasks.active();
        closing.stream().filter(task -> task != front).forEach(this::close);
        closing.stream().filter(task -> task == front).forEach(this::close);
    }

    /** Notes a new text of a task and judges it. */
    List<Finding> edited(UUID id, String text, int version) {
        OpenTask task = tasks.find(id).orElse(null);
        if (task == null) {
            return List.of();
        }
        boolean before = task.dirty();
        task.edit(text, version);
        judge(task, before);
        if (task == tasks.active()) {
            screen.showForm(task);
        }
        return task.findings();
    }

    /** To be called every few seconds: every unsaved text is to be found again after a crash. */
    void keepDrafts() {
        tasks.all().forEach(task -> drafts.keepAlone(member, task));
    }

    /** Acts for the member as they are now. */
    void become(Member now) {
        member = now;
    }

    boolean mayEdit() {
        return member.role().mayEdit();
    }

    /** Keys reach what no button offers. */
    private boolean refusedToEdit() {
        if (!mayEdit()) {
            screen.showRefusal(texts.translate("studio.read-only"));
        }
        return !mayEdit();
    }

    /** What may stand at a place of a task's text; nothing for a task that is not open any more. */
    CompletableFuture<Suggestions> suggestions(UUID id, int line, int column) {
        return tasks.find(id)
                .map(task -> assistant.suggest(member, id, task.text(), line, column))
                .orElseGet(() -> CompletableFuture.completedFuture(Suggestions.NONE));
    }

    /** Makes a change of the form: one edit of the text, if the text can be parsed and the member may edit. */
    void change(OpenTask task, UnaryOperator<ScriptDocument> change) {
        if (refusedToEdit()) {
            return;
        }
        String before = task.text();
        ScriptDocument document = ScriptDocument.parse(before);
        if (!document.readable()) {
            screen.showForm(task);
            return;
        }
        String after = change.apply(document).text();
        if (!after.equals(before)) {
            boolean unsaved = task.dirty();
            task.edit(after);
            judge(task, unsaved);
            screen.showChange(task, before);
            screen.showForm(task);
        }
    }

    private void judge(OpenTask task, boolean before) {
        drafts.keep(member, task);
        task.findings(scripts.findings(member, task.text()));
        if (task == tasks.active()) {
            screen.showFindings(task);
        }
        if (before != task.dirty()) {
            screen.showTabs(tasks);
        }
    }

    /** Stores the task unless somebody else did so in between. True when it is stored. */
    boolean save(OpenTask task) {
        return save(task, task.revision());
    }

    /** Stores our text over theirs, knowing which revision it replaces. */
    boolean saveOver(OpenTask task, SaveResult.Conflict theirs) {
        return save(task, theirs.theirRevision());
    }

    private boolean save(OpenTask task, long expected) {
        if (refusedToEdit()) {
            return false;
        }
        return switch (studio.save(member, task.id(), task.text(), expected)) {
            case SaveResult.Saved saved -> {
                task.stored(task.text(), saved.revision(), saved.at());
                drafts.keep(member, task);
                screen.showTabs(tasks);
                screen.showSaved(task);
                yield true;
            }
            case SaveResult.Conflict theirs -> {
                screen.askAboutConflict(task, theirs);
                yield false;
            }
            case SaveResult.Gone gone -> {
                screen.showGone(task);
                yield false;
            }
        };
    }

    /** Puts another text in place of the task in front, as one edit that can be undone and is not saved. */
    void replaceText(String text) {
        screen.replaceText(text);
    }

    /** Somebody else stored the very text that is here: it is saved, and nothing is to be asked. */
    void agreed(OpenTask task, SaveResult.Conflict same) {
        task.stored(same.theirText(), same.theirRevision(), same.at());
        drafts.keep(member, task);
        screen.showTabs(tasks);
        screen.showSaved(task);
    }

    /** Drops our text for what is stored now. */
    void takeTheirs(OpenTask task) {
        studio.open(member, task.id())
                .ifPresentOrElse(
                        stored -> {
                            task.edit(stored.text());
                            task.refresh(stored);
                            task.restored(null);
                            drafts.keep(member, task);
                            screen.showTabs(tasks);
                            screen.replaceText(stored.text());
                            screen.showSaved(task);
                        },
                        () -> screen.showGone(task));
    }

    /** Saves the task and runs it, after asking for the values of its parameters when it has any. */
    void run(OpenTask task) {
        run(task, RunKind.LOAD);
    }

    /** As {@link #run(OpenTask)}, for another purpose than to move the rows. */
    void run(OpenTask task, RunKind kind) {
        if (!member.role().mayRun()) {
            screen.showRefusal(texts.translate("studio.no-runs"));
            return;
        }
        if (task.dirty() && !save(task)) {
            return;
        }
        List<String> names = scripts.parameters(task.text());
        List<StartProblem> blocking = names.isEmpty() ? List.of() : scripts.blocking(member, task.text());
        if (!blocking.isEmpty()) {
            screen.showNotStarted(task, blocking);
        } else if (names.isEmpty()) {
            run(task, kind, Map.of());
        } else {
            screen.askForParameters(task, kind, names, runs.rememberedParameters(member, task.id()));
        }
    }

    /** Says that there is nothing to ask for, or asks and runs. */
    void runWithParameters(OpenTask task) {
        if (scripts.parameters(task.text()).isEmpty()) {
            screen.showRefusal(texts.translate("studio.no-parameters"));
        } else {
            run(task);
        }
    }

    /** Runs the stored text with values for its parameters, if it is the one that is seen here. */
    void run(OpenTask task, RunKind kind, Map<String, String> parameters) {
        SaveResult.Conflict theirs = studio.savedSince(member, task.id(), task.revision())
                .filter(newer -> !newer.theirText().equals(task.text()))
                .orElse(null);
        if (theirs != null) {
            screen.showNewer(task, theirs);
            return;
        }
        switch (runs.start(member, task.id(), kind, parameters)) {
            case StartResult.Started started -> started(task, started.runId());
            case StartResult.Invalid invalid -> screen.showNotStarted(task, invalid.problems());
            case StartResult.MissingParameters missing ->
                screen.askForParameters(task, kind, missing.names(), runs.rememberedParameters(member, task.id()));
            case StartResult.Refused refused -> screen.showRefusal(words(refused.reason()));
        }
    }

    /** Goes on with the load of a run that did not get to its end. */
    void resume(UUID run) {
        switch (runs.resume(member, run)) {
            case StartResult.Started started -> started(tasks.active(), started.runId());
            case StartResult.Invalid invalid ->
                screen.showRefusal(
                        Sentences.translated(invalid.problems().getFirst().said()));
            case StartResult.MissingParameters ignored -> screen.showRefusal(words(Refusal.NOTHING_TO_RESUME));
            case StartResult.Refused refused -> screen.showRefusal(words(refused.reason()));
        }
    }

    private void started(@Nullable OpenTask task, UUID run) {
        if (task != null) {
            task.run(run);
        }
        screen.showRun(run);
        screen.refreshTree();
    }

    private String words(Refusal reason) {
        return texts.translate(RefusalWords.key(reason));
    }

    /** Puts the template for a choice into the editor, as one edit. */
    void insertTemplate(TemplateChoice choice) {
        if (refusedToEdit()) {
            return;
        }
        screen.replaceText(scripts.template(member, choice));
    }

    /** Follows a run that somebody started meanwhile, unless another live one is looked at. */
    void followNewestRun() {
        OpenTask task = tasks.active();
        if (task == null) {
            return;
        }
        runs.history(member, task.id(), 0, 1).stream()
                .filter(newest -> newest.kind() != RunKind.REPLAY)
                .filter(newest -> !newest.state().ended() && !newest.id().equals(task.run()))
                .findFirst()
                .ifPresent(newest -> {
                    task.run(newest.id());
                    screen.showRun(newest.id());
                });
    }

    /** Lays the text out anew as one edit. */
    void format(OpenTask task) {
        if (refusedToEdit()) {
            return;
        }
        screen.replaceText(scripts.format(task.text()));
    }

    /** Follows names and deletions in the tree, whoever made them. */
    void treeChanged(List<TreeNode> nodes) {
        Map<UUID, TreeNode> byId = new HashMap<>();
        nodes.forEach(node -> byId.put(node.id(), node));
        for (OpenTask task : tasks.all()) {
            TreeNode node = byId.get(task.id());
            if (node != null) {
                task.renamed(node.name());
            } else if (!task.deleted() && task == tasks.active()) {
                screen.showRefusal(texts.translate("tree.front-gone", task.name()));
            }
            task.deleted(node == null);
        }
        screen.showTabs(tasks);
    }

    /** Closes the tabs of tasks that were deleted from this screen, unless there is an unsaved text in them. */
    void closeDeleted(Set<UUID> ids) {
        close(tasks.all().stream()
                .filter(task -> ids.contains(task.id()) && !task.dirty())
                .toList());
    }
}
