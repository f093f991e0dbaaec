package io.sluice.studio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** The bar between the form and the script, moved by pointer and keys in frontend/split-divider.js. */
@Tag("sluice-split-divider")
@JsModule("context://sluice/split-divider.js")
final class SplitDivider extends Component implements HasStyle {
    SplitDivider() {
        addClassName("sl-split-divider");
        getElement().setAttribute("aria-label", getTranslation("split.divider"));
    }
}
