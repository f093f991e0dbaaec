package io.sluice.studio.ui;

import io.sluice.studio.SubmitResult;
import io.sluice.studio.TaskVersion;
import io.sluice.studio.VersionService;
import io.sluice.ui.Icon;
import io.sluice.ui.RoleAware;
import io.sluice.ui.Toast;
import io.sluice.workspace.Member;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes, lists, compares and brings back versions of the task in front. */
final class TaskVersions implements VersionsPanel.Actions, RoleAware {
    private final VersionService versions;
    private final StudioPresenter presenter;
    private Member member;
    private final StudioScreen screen;
    private final VersionsPanel panel;
    private final PropertiesStrip strip = new PropertiesStrip();
    private final ComparePanel comparison;

    TaskVersions(VersionService versions, StudioPresenter presenter, Member member, StudioScreen screen) {
        this.versions = versions;
        this.presenter = presenter;
        this.member = member;
        this.screen = screen;
        comparison = new ComparePanel(new Compared());
        panel = new VersionsPanel(this, member.role().mayEdit());
        strip.add("properties-versions", Icon.HISTORY, strip.getTranslation("versions.title"), panel, this::refresh);
    }

    @Override
    public void become(Member now) {
        member = now;
        panel.editable(now.role().mayEdit());
        comparison.fitRole();
        refresh();
    }

    PropertiesStrip strip() {
        return strip;
    }

    VersionsPanel panel() {
        return panel;
    }

    /** Where two texts of the task in front are compared. */
    ComparePanel comparison() {
        return comparison;
    }

    /** Opens the panel. */
    void open() {
        strip.open(panel);
        refresh();
    }

    /** Fits the panel to the task in front. */
    void refresh() {
        OpenTask front = presenter.tasks().active();
        strip.setVisible(front != null);
        if (front == null) {
            strip.open(null);
        } else if (panel.isVisible()) {
            panel.show(front, versions.list(member, front.id()));
        }
    }

    @Override
    public void submit() {
        withFront(task -> {
            long errors = Finding.errors(task.findings());
            if (!member.role().mayEdit()) {
                screen.showRefusal(strip.getTranslation("studio.read-only"));
            } else if (errors > 0) {
                screen.showRefusal(strip.getTranslation("submit.errors", errors));
            } else {
                screen.showRefusal("");
                ask(task);
            }
        });
    }

    private void ask(OpenTask task) {
        SubmitDialog.Last last = last(task);
        if (last != null && last.text().equals(task.text())) {
            Toast.show(strip.getTranslation("submit.unchanged", last.version().number()));
            return;
        }
        new SubmitDialog(task, last, comment -> submit(task, comment)).open();
    }

    private SubmitDialog.@Nullable Last last(OpenTask task) {
        return versions.list(member, task.id()).stream()
                .findFirst()
                .map(version -> new SubmitDialog.Last(version, text(task, version.number())))
                .orElse(null);
    }

    private void submit(OpenTask task, String comment) {
        if (task.dirty() && !presenter.save(task)) {
            return;
        }
        switch (versions.submit(member, task.id(), task.revision(), comment)) {
            case SubmitResult.Submitted done ->
                Toast.show(strip.getTranslation(
                        "submit.done", task.name(), done.version().number()));
            case SubmitResult.Unchanged same ->
                Toast.show(strip.getTranslation("submit.unchanged", same.last().number()));
            case SubmitResult.Stale ignored -> screen.showRefusal(strip.getTranslation("submit.stale"));
            case SubmitResult.Gone ignored -> screen.showGone(task);
        }
        refresh();
    }

    @Override
    public void compare(long version) {
        withFront(task -> {
            comparison.compare(version);
            screen.showComparison();
        });
    }

    @Override
    public void restore(long version) {
        withFront(task -> versions.text(member, task.id(), version).ifPresent(text -> {
            presenter.replaceText(text);
            Toast.show(strip.getTranslation("versions.restored", version));
        }));
    }

    @Override
    public void close() {
        strip.close();
    }

    private String text(OpenTask task, long number) {
        if (number == ComparePanel.CURRENT) {
            return task.text();
        }
        return number == ComparePanel.SAVED
                ? task.storedText()
                : versions.text(member, task.id(), number).orElse("");
    }

    private final class Compared implements ComparePanel.Texts {
        @Override
        public @Nullable OpenTask front() {
            return presenter.tasks().active();
        }

        @Override
        public List<Long> versions(OpenTask task) {
            return versions.list(member, task.id()).stream()
                    .map(TaskVersion::number)
                    .toList();
        }

        @Override
        public String text(OpenTask task, long number) {
            return TaskVersions.this.text(task, number);
        }

        @Override
        public boolean mayEdit() {
            return member.role().mayEdit();
        }

        @Override
        public void restore(long version) {
            TaskVersions.this.restore(version);
        }
    }

    private void withFront(Consumer<OpenTask> action) {
        OpenTask front = presenter.tasks().active();
        if (front != null) {
            action.accept(front);
        }
    }
}
