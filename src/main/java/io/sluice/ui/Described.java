package io.sluice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;

/** A block whose inputs are described, to who hears them, by what is said below them; see frontend/described.js. */
@Tag("sluice-described")
@JsModule("context://sluice/described.js")
public class Described extends Div {
    public Described(Component... children) {
        super(children);
    }
}
