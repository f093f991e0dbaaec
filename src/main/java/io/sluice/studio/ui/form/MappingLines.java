package io.sluice.studio.ui.form;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The lists and lines of a mapping, drawn by frontend/mapping-lines.js. Rows go there once, lines as they change. */
@Tag("sluice-mapping")
@JsModule("context://sluice/mapping-lines.js")
final class MappingLines extends Component {
    /** What people do with lists and lines. */
    interface Actions {
        void connect(String source, String target);

        void disconnect(String target);

        void cure(String name, String target);

        void change(String source);

        void delete(String source);

        void assign(String target);

        void rename(String target);

        void visited(boolean source, String id);
    }

    private final Actions actions;
    private ObjectNode frame = JsonNodeFactory.instance.objectNode();
    private Map<Integer, ArrayNode> lines = new HashMap<>();
    private String view = "lines";
    private boolean sourceLoading;
    private boolean targetLoading;

    MappingLines(Actions actions) {
        this.actions = actions;
        setId("mapping");
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        getElement().callJsFunction("setLabels", labels());
        getElement().callJsFunction("setView", view);
        getElement().callJsFunction("setLoading", sourceLoading, targetLoading);
        sendAll();
    }

    /**
     * Shows a mapping.
     *
     * @param rows both lists and what is said above them
     * @param next what each line says, by the number of its target
     */
    void show(ObjectNode rows, Map<Integer, ArrayNode> next) {
        Map<Integer, ArrayNode> before = lines;
        boolean sameRows = rows.equals(frame);
        frame = rows;
        lines = next;
        if (!isAttached()) {
            return;
        }
        if (sameRows) {
            sendChanged(before);
        } else {
            sendAll();
        }
    }

    private void sendAll() {
        ObjectNode all = frame.deepCopy();
        ArrayNode list = all.putArray("lines");
        lines.values().forEach(list::add);
        if (all.has("sources")) {
            getElement().callJsFunction("setModel", all.toString());
        }
    }

    private void sendChanged(Map<Integer, ArrayNode> before) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        ArrayNode removed = patch.putArray("removed");
        before.keySet().stream().filter(target -> !lines.containsKey(target)).forEach(removed::add);
        ArrayNode changed = patch.putArray("lines");
        lines.forEach((target, line) -> {
            if (!line.equals(before.get(target))) {
                changed.add(line);
            }
        });
        if (!removed.isEmpty() || !changed.isEmpty()) {
            getElement().callJsFunction("patch", patch.toString());
        }
    }

    /** Shows skeletons where nothing is known yet. */
    void loading(boolean source, boolean target) {
        if (source != sourceLoading || target != targetLoading) {
            sourceLoading = source;
            targetLoading = target;
            getElement().callJsFunction("setLoading", source, target);
        }
    }

    /** @param grid whether the same is shown as a grid */
    void asGrid(boolean grid) {
        view = grid ? "grid" : "lines";
        getElement().callJsFunction("setView", view);
    }

    /** Marks a row and brings it into view. */
    void reveal(boolean source, String id) {
        getElement().callJsFunction("reveal", source ? "source" : "target", id);
    }

    /** Focuses the list or grid with the row that was revealed last. */
    void focusMarked() {
        getElement().callJsFunction("focusMarked");
    }

    @ClientCallable
    void connect(String source, String target) {
        actions.connect(source, target);
    }

    @ClientCallable
    void disconnect(String target) {
        actions.disconnect(target);
    }

    @ClientCallable
    void cure(String name, String target) {
        actions.cure(name, target);
    }

    @ClientCallable
    void change(String source) {
        actions.change(source);
    }

    @ClientCallable
    void deleteRow(String source) {
        actions.delete(source);
    }

    @ClientCallable
    void assign(String target) {
        actions.assign(target);
    }

    @ClientCallable
    void rename(String target) {
        actions.rename(target);
    }

    @ClientCallable
    void visited(String side, String id) {
        actions.visited(side.equals("source"), id);
    }

    private ObjectNode labels() {
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        labels.put("source", getTranslation("mapping.sources"));
        labels.put("target", getTranslation("mapping.targets"));
        labels.put("grid", getTranslation("mapping.grid.name"));
        labels.put("type", getTranslation("mapping.type"));
        labels.put("key", getTranslation("mapping.key"));
        labels.put("missing", getTranslation("mapping.missing"));
        labels.put("needs", getTranslation("mapping.row.needs"));
        labels.put("filled", getTranslation("mapping.row.filled"));
        labels.put("kept", getTranslation("mapping.kept"));
        labels.put("next", getTranslation("mapping.next"));
        labels.put("parameter", getTranslation("mapping.parameter"));
        labels.put("unrecognised", getTranslation("mapping.unrecognised"));
        labels.put("unmapped", getTranslation("mapping.unmapped"));
        labels.put("notMapped", getTranslation("mapping.not-mapped"));
        labels.put("goesTo", getTranslation("mapping.goes-to"));
        labels.put("comesFrom", getTranslation("mapping.comes-from"));
        labels.put("chooseSource", getTranslation("mapping.choose-source"));
        labels.put("chooseTarget", getTranslation("mapping.choose-target"));
        labels.put("connected", getTranslation("mapping.connected"));
        labels.put("removed", getTranslation("mapping.removed"));
        labels.put("none", getTranslation("mapping.none"));
        labels.put("change", getTranslation("mapping.change"));
        labels.put("delete", getTranslation("mapping.delete"));
        labels.put("assign", getTranslation("mapping.assign"));
        labels.put("rename", getTranslation("mapping.rename"));
        labels.put("removeLine", getTranslation("mapping.remove-line"));
        labels.put("close", getTranslation("mapping.close"));
        labels.put("column.target", getTranslation("mapping.column.target"));
        labels.put("column.targetType", getTranslation("mapping.type"));
        labels.put("column.source", getTranslation("mapping.column.source"));
        labels.put("column.sourceType", getTranslation("mapping.type"));
        labels.put("column.fit", getTranslation("mapping.column.fit"));
        labels.put("column.reason", getTranslation("mapping.column.reason"));
        for (Line.Fit fit : Line.Fit.values()) {
            String key = fit.name().toLowerCase(Locale.ROOT);
            labels.put("fit." + fit, getTranslation("mapping.fit." + key));
            labels.put("why." + fit, getTranslation("mapping.why." + key));
            labels.put("count." + fit, getTranslation("mapping.count." + key));
        }
        return labels;
    }
}
