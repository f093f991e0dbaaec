package io.sluice.studio.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
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

        /** The caret came to rest at a line and column, counted from 1. */
        void caret(UUID task, int line, int column);

        void save();

        void run();

        void format();
    }

    private final Actions actions;

    ScriptEditor(Actions actions) {
        this.actions = actions;
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        labels.put("place", getTranslation("editor.place"));
        labels.put("failed", getTranslation("editor.failed"));
        labels.put("save", getTranslation("studio.save"));
        labels.put("run", getTranslation("studio.run"));
        labels.put("format", getTranslation("studio.format"));
        getElement().callJsFunction("setLabels", labels);
    }

    /** The JSON schema that completion and hover texts come from. */
    void schema(String schema) {
        getElement().callJsFunction("setSchema", schema);
    }

    /** Shows a task; its undo history survives a change of tab. */
    void load(OpenTask task) {
        named(task);
        getElement().callJsFunction("load", task.id().toString(), task.text(), json(task.findings()));
    }

    void named(OpenTask task) {
        getElement().setAttribute("file", task.name() + ".json");
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
                        json(task.findings()));
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

    void reveal(int line, int column) {
        getElement().callJsFunction("reveal", line, column);
    }

    void readOnly(boolean readOnly) {
        getElement().callJsFunction("setReadOnly", readOnly);
    }

    void shown(boolean shown) {
        getElement().getClassList().set("sl-editor-hidden", !shown);
    }

    @ClientCallable
    String check(String task, String text, int version) {
        return json(actions.edited(UUID.fromString(task), text, version));
    }

    @ClientCallable
    void caret(String task, int line, int column) {
        actions.caret(UUID.fromString(task), line, column);
    }

    private static String json(List<Finding> findings) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Finding finding : findings) {
            list.addObject()
                    .put("code", finding.code())
                    .put("level", finding.severity().name())
                    .put("message", finding.message())
                    .put("line", finding.place().line())
                    .put("column", finding.place().column())
                    .put("endLine", finding.place().endLine())
                    .put("endColumn", finding.place().endColumn());
        }
        return list.toString();
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
