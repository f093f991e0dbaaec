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
        /** The text changed; answers its problems. */
        List<Finding> edited(UUID task, String text);

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
    String check(String task, String text) {
        return json(actions.edited(UUID.fromString(task), text));
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
    void save(String task, String text) {
        actions.edited(UUID.fromString(task), text);
        actions.save();
    }

    @ClientCallable
    void run(String task, String text) {
        actions.edited(UUID.fromString(task), text);
        actions.run();
    }

    @ClientCallable
    void format(String task, String text) {
        actions.edited(UUID.fromString(task), text);
        actions.format();
    }
}
