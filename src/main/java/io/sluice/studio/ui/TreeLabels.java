package io.sluice.studio.ui;

import io.sluice.run.RunState;
import io.sluice.run.ui.RunStateLook;
import io.sluice.run.ui.Texts;
import io.sluice.ui.State;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The words and glyphs that the tree in the browser works with. A {@code #} in them stands for a number. */
final class TreeLabels {
    private final Texts texts;

    TreeLabels(Texts texts) {
        this.texts = texts;
    }

    ObjectNode labels() {
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        labels.put("root", texts.translate("tree.root"));
        labels.put("tree", texts.translate("tree.name"));
        labels.put("filter", texts.translate("tree.filter"));
        labels.put("found", texts.translate("tree.found"));
        labels.put("none", texts.translate("tree.none"));
        labels.put("unsaved", texts.translate("tree.unsaved"));
        labels.put("many", texts.translate("tree.many"));
        menu(labels);
        states(labels);
        return labels;
    }

    private void menu(ObjectNode labels) {
        labels.put("open", texts.translate("tree.open"));
        labels.put("create", texts.translate("tree.create"));
        labels.put("integration", texts.translate("tree.create.integration"));
        labels.put("sync", texts.translate("tree.create.sync"));
        labels.put("folder", texts.translate("tree.create.folder"));
        labels.put("flow", texts.translate("tree.create.flow"));
        labels.put("importJobs", texts.translate("import.menu"));
        labels.put("exportNode", texts.translate("export.menu"));
        labels.put("rename", texts.translate("tree.rename"));
        labels.put("copy", texts.translate("tree.copy"));
        labels.put("copyMany", texts.translate("tree.copy-many"));
        labels.put("moveTo", texts.translate("tree.move-to"));
        labels.put("moveMany", texts.translate("tree.move-many"));
        labels.put("moveUp", texts.translate("tree.move-up"));
        labels.put("moveDown", texts.translate("tree.move-down"));
        labels.put("history", texts.translate("tree.history"));
        labels.put("copyLink", texts.translate("tree.copy-link"));
        labels.put("copyLinks", texts.translate("tree.copy-links"));
        labels.put("remove", texts.translate("tree.delete"));
        labels.put("removeMany", texts.translate("tree.delete-many"));
    }

    private void states(ObjectNode labels) {
        ArrayNode order = labels.putArray("stateOrder");
        ObjectNode states = labels.putObject("states");
        for (RunState state : RunState.values()) {
            order.add(state.name());
            String words = texts.translate("tree.run", RunStateLook.word(state, texts));
            states.putArray(state.name()).add(glyph(RunStateLook.glyph(state))).add(words);
        }
        states.putArray("NEVER").add(glyph(State.WAITING)).add(texts.translate("tree.run.never"));
        states.putArray("DIRTY").add(glyph(State.WARNING)).add("");
        labels.put("dirtyRecords", texts.translate("tree.run.dirty"));
        labels.putObject("below")
                .put("FAILED", texts.translate("tree.below.failed"))
                .put("INTERRUPTED", texts.translate("tree.below.interrupted"))
                .put("DIRTY", texts.translate("tree.below.dirty"))
                .put("RUNNING", texts.translate("tree.below.running"));
    }

    private static String glyph(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
