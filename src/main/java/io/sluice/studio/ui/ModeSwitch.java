package io.sluice.studio.ui;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The segmented control that chooses how a task is looked at. An arrow key only moves, since a choice may ask first. */
@JsModule("context://sluice/arrow-keys.js")
final class ModeSwitch extends Div {
    private final Map<StudioToolbar.Mode, NativeButton> segments = new EnumMap<>(StudioToolbar.Mode.class);
    private final Consumer<StudioToolbar.Mode> changed;
    private StudioToolbar.Mode mode = StudioToolbar.Mode.SCRIPT;

    /** @param ask is asked before somebody's choice, and runs what it is given when the choice may stand */
    ModeSwitch(Consumer<StudioToolbar.Mode> changed, BiConsumer<StudioToolbar.Mode, Runnable> ask) {
        this.changed = changed;
        addClassName("sl-segments");
        getElement()
                .setAttribute("role", "radiogroup")
                .setAttribute("aria-label", getTranslation("studio.mode"))
                .setAttribute("data-arrows", "move");
        for (StudioToolbar.Mode one : StudioToolbar.Mode.values()) {
            NativeButton segment = new NativeButton(name(one), click -> ask.accept(one, () -> choose(one)));
            segment.addClassName("sl-segment");
            segment.getElement().setAttribute("role", "radio");
            segments.put(one, segment);
            add(segment);
        }
        mark();
    }

    StudioToolbar.Mode mode() {
        return mode;
    }

    void choose(StudioToolbar.Mode wanted) {
        if (wanted != mode) {
            mode = wanted;
            mark();
            changed.accept(wanted);
        }
    }

    private void mark() {
        segments.forEach((one, segment) -> segment.getElement()
                .setAttribute("aria-checked", Boolean.toString(one == mode))
                .setAttribute("tabindex", one == mode ? "0" : "-1"));
    }

    private String name(StudioToolbar.Mode one) {
        return switch (one) {
            case FORM -> getTranslation("studio.mode.form");
            case SPLIT -> getTranslation("studio.mode.split");
            case SCRIPT -> getTranslation("studio.mode.script");
        };
    }
}
