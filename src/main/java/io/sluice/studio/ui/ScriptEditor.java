package io.sluice.studio.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.sluice.script.Repair;
import io.sluice.studio.ui.assist.OpenQuestions;
import io.sluice.studio.ui.assist.SuggestionJson;
import io.sluice.studio.ui.assist.Suggestions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The editor of a task's script, drawn by frontend/script-editor.js. */
@Tag("sluice-script-editor")
@JsModule("context://sluice/script-editor.js")
final class ScriptEditor extends Component {
    /** What people do in the editor. Every call brings the text as it is now. */
    interface Actions {
        /** The text changed; answers its problems. @param version of the editor's text, see {@link ScriptEditor#change} */
        List<Finding> edited(UUID task, String text, int version);

        /** What may stand at a line and column, counted from 1; answered when it is known. */
        CompletableFuture<Suggestions> suggestions(UUID task, int line, int column);

        /** The caret came to rest at a line and column, counted from 1. */
        void caret(UUID task, int line, int column);

        /** Somebody wants to go from a line and column, counted from 1, to the field of the form. */
        void toForm(UUID task, int line, int column);

        void save();

        void run();

        void format();

        /** The browser typed a text before its page was loaded, and the server may never have heard it. */
        void unsent(UUID task, String text, Instant typed);

        /** A dialog was open when the page was loaded anew. @param filled labels and values that stood in it */
        void dialogLeft(String title, String filled);
    }

    private final Actions actions;
    private final OpenQuestions questions = new OpenQuestions();

    ScriptEditor(Actions actions) {
        this.actions = actions;
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        labels.put("place", getTranslation("editor.place"));
        labels.put("failed", getTranslation("editor.failed"));
        labels.put("readOnly", getTranslation("studio.read-only"));
        labels.put("save", getTranslation("studio.save"));
        labels.put("run", getTranslation("studio.run"));
        labels.put("format", getTranslation("studio.format"));
        labels.put("toForm", getTranslation("editor.to-form"));
        labels.put("key", getTranslation("editor.key"));
        labels.put("used", getTranslation("editor.used"));
        labels.put("repairAll", getTranslation("editor.repair-all"));
        getElement().callJsFunction("setLabels", labels);
    }

    /** Whose texts are kept while the server cannot be reached. */
    void ownedBy(UUID user) {
        getElement().callJsFunction("ownedBy", user.toString());
    }

    /** The JSON schema that completion and hover texts come from. */
    void schema(String schema) {
        getElement().callJsFunction("setSchema", schema);
    }

    /** Shows a task; its undo history survives a change of tab. */
    void load(OpenTask task) {
        named(task);
        getElement().callJsFunction("load", task.id().toString(), task.text(), FindingJson.of(task.findings(), this));
    }

    void named(OpenTask task) {
        getElement().setAttribute("file", task.name() + ".json");
    }

    /** Nothing of a task is unsaved, as far as was heard of it: the browser need not keep it. */
    void settled(OpenTask task) {
        getElement().callJsFunction("settled", task.id().toString(), task.heard());
    }

    void forget(OpenTask task) {
        getElement().callJsFunction("forget", task.id().toString());
    }

    void replace(String text) {
        getElement().callJsFunction("replace", text);
    }

    /**
     * Makes an edit that somebody made elsewhere, as one step of the editor's history. What was typed since the task's
     * text was heard last stays; where both changed the same characters, what was typed wins.
     */
    void change(OpenTask task, String before, String after) {
        TextChange change = TextChange.between(before, after);
        getElement()
                .callJsFunction(
                        "change",
                        task.id().toString(),
                        task.heard(),
                        change.start(),
                        change.end(),
                        change.insert(),
                        FindingJson.of(task.findings(), this));
    }

    /** Takes back, or makes again, the last step of the task in front. */
    void undo() {
        getElement().callJsFunction("step", "undo");
    }

    void redo() {
        getElement().callJsFunction("step", "redo");
    }

    /** Marks a line without taking the focus. */
    void mark(int line) {
        getElement().callJsFunction("markLine", line);
    }

    /** Makes a repair, unless the text has changed since its problem was found. */
    void repair(Repair repair) {
        getElement().callJsFunction("repair", FindingJson.of(repair, this));
    }

    void reveal(int line, int column) {
        getElement().callJsFunction("reveal", line, column);
    }

    /** Goes from the caret to the field of the form. */
    void toForm() {
        getElement().callJsFunction("toForm");
    }

    void readOnly(boolean readOnly) {
        getElement().callJsFunction("setReadOnly", readOnly);
    }

    void shown(boolean shown) {
        getElement().getClassList().set("sl-editor-hidden", !shown);
    }

    @ClientCallable
    String check(String task, String text, int version) {
        return FindingJson.of(actions.edited(UUID.fromString(task), text, version), this);
    }

    @ClientCallable
    void caret(String task, int line, int column) {
        actions.caret(UUID.fromString(task), line, column);
    }

    /** Asks for suggestions, which come when they are known; this call does not wait for them. */
    @ClientCallable
    void suggest(int question, String task, int line, int column) {
        questions.ask(
                question,
                getUI().orElse(null),
                actions.suggestions(UUID.fromString(task), line, column),
                found -> getElement().callJsFunction("suggested", question, SuggestionJson.of(found)));
    }

    @ClientCallable
    void dropQuestion(int question) {
        questions.drop(question);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        questions.dropAll();
    }

    @ClientCallable
    void toForm(String task, int line, int column) {
        actions.toForm(UUID.fromString(task), line, column);
    }

    /** @param typed in milliseconds since 1970 */
    @ClientCallable
    void unsent(String task, String text, double typed) {
        actions.unsent(UUID.fromString(task), text, Instant.ofEpochMilli((long) typed));
    }

    @ClientCallable
    void dialogLeft(String title, String filled) {
        actions.dialogLeft(title, filled);
    }

    @ClientCallable
    void save(String task, String text, int version) {
        actions.edited(UUID.fromString(task), text, version);
        actions.save();
    }

    @ClientCallable
    void run(String task, String text, int version) {
        actions.edited(UUID.fromString(task), text, version);
        actions.run();
    }

    @ClientCallable
    void format(String task, String text, int version) {
        actions.edited(UUID.fromString(task), text, version);
        actions.format();
    }
}
