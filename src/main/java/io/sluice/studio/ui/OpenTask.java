package io.sluice.studio.ui;

import io.sluice.script.ScriptDocument;
import io.sluice.studio.Draft;
import io.sluice.studio.Task;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task in a tab: what is stored and what stands in the editor. Belongs to one screen. */
final class OpenTask {
    private final UUID id;
    private Task stored;
    private String text;
    private ScriptDocument readable = ScriptDocument.parse("");
    private List<Finding> findings = List.of();
    private @Nullable UUID run;
    private int heard;
    private StudioToolbar.@Nullable Mode mode;
    private @Nullable Instant restored;
    private @Nullable String kept;
    private boolean deleted;

    OpenTask(Task stored) {
        this.id = stored.id();
        this.stored = stored;
        this.text = stored.text();
        note();
    }

    private void note() {
        ScriptDocument now = ScriptDocument.parse(text);
        if (now.readable()) {
            readable = now;
        }
    }

    /** The script as it was when it could be parsed last. */
    ScriptDocument readable() {
        return readable;
    }

    UUID id() {
        return id;
    }

    String name() {
        return stored.name();
    }

    long revision() {
        return stored.revision();
    }

    Instant changedAt() {
        return stored.changedAt();
    }

    String text() {
        return text;
    }

    void edit(String newText) {
        text = newText;
        note();
    }

    /** Takes over a text from the editor. @param version of the editor's, which later edits of the form refer to */
    void edit(String newText, int version) {
        edit(newText);
        heard = version;
    }

    /** The version of the editor's text that was heard last. */
    int heard() {
        return heard;
    }

    /** How the member looks at it; null until it was shown. */
    StudioToolbar.@Nullable Mode mode() {
        return mode;
    }

    void mode(StudioToolbar.Mode chosen) {
        mode = chosen;
    }

    boolean dirty() {
        return !text.equals(stored.text());
    }

    /** Goes on with a text that was not saved, on the revision it was based on. */
    void resume(Draft draft) {
        edit(draft.text());
        kept = draft.text();
        stored = new Task(
                id,
                stored.name(),
                stored.path(),
                stored.text(),
                draft.revision(),
                stored.changedBy(),
                stored.changedAt());
    }

    /** When the unsaved text was written that this screen found and went on with; null when there was none. */
    @Nullable
    Instant restored() {
        return restored;
    }

    void restored(@Nullable Instant writtenAt) {
        restored = writtenAt;
    }

    /** The unsaved text that was kept last for this tab; null when there is none. */
    @Nullable
    String kept() {
        return kept;
    }

    void kept(@Nullable String text) {
        kept = text;
    }

    String changedBy() {
        return stored.changedBy();
    }

    /** The text that this one is based on. */
    String storedText() {
        return stored.text();
    }

    /** Notes that a text was stored under a revision. */
    void stored(String savedText, long revision, Instant at) {
        stored = new Task(id, stored.name(), stored.path(), savedText, revision, stored.changedBy(), at);
        restored = null;
    }

    /** Takes over what is stored now; an unsaved text stays. */
    void refresh(Task now) {
        boolean unsaved = dirty();
        stored = now;
        if (!unsaved) {
            edit(now.text());
        }
    }

    /** Takes over another name. */
    void renamed(String name) {
        stored = new Task(
                id, name, stored.path(), stored.text(), stored.revision(), stored.changedBy(), stored.changedAt());
    }

    /** Whether it is not in the tree any more. */
    boolean deleted() {
        return deleted;
    }

    void deleted(boolean gone) {
        deleted = gone;
    }

    List<Finding> findings() {
        return findings;
    }

    void findings(List<Finding> found) {
        findings = List.copyOf(found);
    }

    /** The run shown in the dock while this task is in front. */
    @Nullable
    UUID run() {
        return run;
    }

    void run(@Nullable UUID shown) {
        run = shown;
    }
}
