package io.sluice.studio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** The button that puts the tree away and brings it back, drawn by frontend/tree-toggle.js. */
@Tag("sluice-tree-toggle")
@JsModule("context://sluice/tree-toggle.js")
final class TreeToggle extends Component {
    TreeToggle() {
        getElement().callJsFunction("setLabel", getTranslation("tree.toggle"));
    }
}
