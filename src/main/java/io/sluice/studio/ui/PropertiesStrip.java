package io.sluice.studio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.sluice.ui.Icon;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The strip at the right of the studio: each of its tabs opens a panel about the task in front, or closes it again. */
final class PropertiesStrip extends Div {
    private final Map<NativeButton, Component> panels = new LinkedHashMap<>();

    PropertiesStrip() {
        addClassName("sl-properties-strip");
        getElement().setAttribute("role", "toolbar").setAttribute("aria-label", getTranslation("properties.name"));
    }

    /** Adds a tab for a panel, which is closed at first and filled when it opens. */
    void add(String id, Icon icon, String name, Component panel, Runnable fill) {
        NativeButton tab = new NativeButton();
        tab.add(icon.create(), new Span(name));
        tab.setId(id);
        tab.addClassName("sl-properties-tab");
        tab.addClickListener(click -> {
            open(panel.isVisible() ? null : panel);
            fill.run();
            if (panel.isVisible()) {
                // The panel stands before its tab, so that the keyboard would not come to it by going on.
                panel.getElement().callJsFunction("focus");
            }
        });
        panel.getElement().setAttribute("tabindex", "-1");
        panel.getElement()
                .addEventListener("keydown", escape -> close())
                .setFilter("event.key === 'Escape' && !event.defaultPrevented");
        panels.put(tab, panel);
        add(tab);
        open(null);
    }

    /** Closes the panel that is open; its tab has the focus then. */
    void close() {
        panels.forEach((tab, panel) -> {
            if (panel.isVisible()) {
                tab.getElement().callJsFunction("focus");
            }
        });
        open(null);
    }

    /** Opens one panel in place of the others; null closes all. */
    void open(@Nullable Component wanted) {
        panels.forEach((tab, panel) -> {
            boolean open = panel == wanted;
            panel.setVisible(open);
            tab.getElement().setAttribute("aria-expanded", Boolean.toString(open));
        });
    }
}
