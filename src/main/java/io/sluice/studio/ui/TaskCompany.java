package io.sluice.studio.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.PushConnection;
import io.sluice.run.ui.LocalTime;
import io.sluice.studio.Presence;
import io.sluice.studio.SaveResult;
import io.sluice.studio.StudioService;
import io.sluice.workspace.Member;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the person at this screen who else is at the task in front, what they saved, and what was left unsaved. */
final class TaskCompany {
    private final Presence presence;
    private final StudioService studio;
    private final Member member;
    private final StudioPresenter presenter;
    private final StudioScreen shownOn;
    private final TaskVersions versions;
    private final UUID screen = UUID.randomUUID();
    private final PresenceStrip strip = new PresenceStrip();
    private final TaskNotice notice = new TaskNotice();
    private @Nullable UUID front;
    private long toldRevision;

    TaskCompany(
            StudioServices services,
            TeamServices team,
            Member member,
            StudioPresenter presenter,
            StudioScreen shownOn) {
        this.studio = services.studio();
        this.presence = team.presence();
        this.member = member;
        this.presenter = presenter;
        this.shownOn = shownOn;
        this.versions = new TaskVersions(team.versions(), presenter, member, shownOn);
    }

    TaskVersions versions() {
        return versions;
    }

    PresenceStrip strip() {
        return strip;
    }

    TaskNotice notice() {
        return notice;
    }

    /** To be called every few seconds. A browser that has gone without a word is not counted as there. */
    void beat() {
        if (notice.getUI().filter(TaskCompany::connected).isPresent()) {
            look();
            presenter.keepDrafts();
        }
    }

    private static boolean connected(UI ui) {
        PushConnection connection = ui.getInternals().getPushConnection();
        return connection != null && connection.isConnected();
    }

    /** To be called when the tasks that are open, or the one in front, are others. */
    void look() {
        if (!notice.isAttached()) {
            return;
        }
        List<OpenTask> open = presenter.tasks().all();
        presence.seen(member, screen, open.stream().map(OpenTask::id).toList());
        OpenTask task = presenter.tasks().active();
        strip.show(task == null ? List.of() : presence.others(member, task.id()));
        if (task == null || !task.id().equals(front)) {
            fronted(task);
        }
        if (task != null) {
            tellOfNewer(task);
        }
        versions.refresh();
    }

    /** The screen was closed. */
    void leave() {
        presence.left(screen);
    }

    /** Puts away what was said about a text that is stored now. */
    void saved() {
        notice.clear();
        versions.refresh();
    }

    private void fronted(@Nullable OpenTask task) {
        front = task == null ? null : task.id();
        toldRevision = 0;
        notice.clear();
        Instant restored = task == null ? null : task.restored();
        if (task != null && restored != null) {
            notice.show(
                    notice.getTranslation("draft.restored", LocalTime.of(restored)),
                    notice.getTranslation("draft.discard"),
                    () -> presenter.takeTheirs(task));
            task.restored(null);
        }
    }

    private void tellOfNewer(OpenTask task) {
        studio.savedSince(member, task.id(), task.revision())
                .filter(theirs -> theirs.theirRevision() > Math.max(task.revision(), toldRevision))
                .ifPresent(theirs -> tell(task, theirs));
    }

    private void tell(OpenTask task, SaveResult.Conflict theirs) {
        if (theirs.theirText().equals(task.text())) {
            presenter.agreed(task, theirs);
            return;
        }
        toldRevision = theirs.theirRevision();
        String who = theirs.changedBy();
        String when = LocalTime.of(theirs.at());
        if (task.dirty()) {
            notice.show(
                    notice.getTranslation("newer.unsaved", who, when),
                    notice.getTranslation("newer.compare"),
                    () -> shownOn.askAboutConflict(task, theirs));
        } else {
            offer(task, notice.getTranslation("newer.clean", who, when));
        }
    }

    /** Tells that nothing was run, since the text that is seen is not the stored one. */
    void notRun(OpenTask task, SaveResult.Conflict theirs) {
        toldRevision = theirs.theirRevision();
        offer(task, notice.getTranslation("newer.not-run", theirs.changedBy(), LocalTime.of(theirs.at())));
    }

    /** Offers a text that this browser typed and could not send before its page was loaded anew. */
    void unsent(UUID id, String text, Instant typed) {
        OpenTask task = presenter.tasks().active();
        if (task != null && task.id().equals(id) && !task.text().equals(text)) {
            notice.show(
                    notice.getTranslation("unsent.found", LocalTime.of(typed)),
                    notice.getTranslation("unsent.take"),
                    () -> presenter.replaceText(text));
        }
    }

    private void offer(OpenTask task, String sentence) {
        notice.show(sentence, notice.getTranslation("newer.take"), () -> presenter.takeTheirs(task));
    }
}
