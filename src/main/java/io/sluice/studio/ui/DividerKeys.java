package io.sluice.studio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** In one half of a split layout it lets the bar be moved by keys, as frontend/divider-keys.js does. */
@Tag("sluice-divider-keys")
@JsModule("context://sluice/divider-keys.js")
final class DividerKeys extends Component {
    /** @param label what the bar is called */
    DividerKeys(String label) {
        getElement().setAttribute("label", label);
    }

    /** The browser remembers where the bar was put. @param name under which it does */
    DividerKeys kept(String name) {
        getElement().setAttribute("kept", name);
        return this;
    }
}
