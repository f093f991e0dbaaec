package io.sluice.studio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two texts of a script side by side with their differences marked, read-only, drawn by frontend/script-diff.js. It
 * fills the place it is given, which must have a height.
 */
@Tag("sluice-script-diff")
@JsModule("context://sluice/script-diff.js")
public final class ScriptDiff extends Component implements HasSize {
    /**
     * Shows two texts.
     *
     * @param before stands on the left
     * @param after stands on the right
     */
    public void show(Side before, Side after) {
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        labels.put("left", before.label());
        labels.put("right", after.label());
        labels.put("region", getTranslation("diff.region", before.label(), after.label()));
        labels.put("failed", getTranslation("editor.failed"));
        getElement().callJsFunction("show", before.text(), after.text(), labels);
    }

    /** @param label names the text, for example {@code Version 3, 12 May} */
    public record Side(String label, String text) {}
}
