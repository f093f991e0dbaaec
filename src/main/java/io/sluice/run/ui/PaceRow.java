package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.block;
import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;

/** A slider with a field for the exact number beside it; what somebody sets is told once, when the hand lets go. */
final class PaceRow extends Div {
    private final Input slider = new Input();
    private final Input number = new Input();
    private final Span unit = text("sl-pace-unit", "");
    private final int least;
    private int most;
    private boolean showing;

    /** @param id of the slider; the field's is the same with {@code -number} */
    PaceRow(String id, String name, int least, int most) {
        this.least = least;
        this.most = most;
        addClassName("sl-pace-row");
        slider.setType("range");
        slider.setId(id);
        slider.addClassName("sl-pace-slider");
        slider.getElement()
                .setAttribute("min", Integer.toString(least))
                .setAttribute("max", Integer.toString(most))
                .setAttribute("aria-label", name);
        number.setType("number");
        number.setId(id + "-number");
        number.addClassName("sl-pace-number");
        number.getElement().setAttribute("min", "0").setAttribute("step", "any").setAttribute("aria-label", name);
        NativeLabel label = new NativeLabel(name);
        label.setFor(id);
        label.addClassName("sl-pace-name");
        add(label, slider, block("sl-pace-value", number, unit));
    }

    /** @param place is told the place of the slider @param exact the number of the field; 0 when it is empty or no number */
    void onChange(Consumer<Integer> place, Consumer<Double> exact) {
        slider.addValueChangeListener(change -> {
            if (!showing && change.isFromClient()) {
                place.accept((int) parsed(change.getValue()));
            }
        });
        number.addValueChangeListener(change -> {
            if (!showing && change.isFromClient()) {
                exact.accept(parsed(change.getValue()));
            }
        });
    }

    private static double parsed(String text) {
        try {
            return text.isBlank() ? 0 : Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }

    /**
     * Shows a value.
     *
     * @param exact empty for none
     * @param words the value for those who do not see the slider
     */
    void show(int place, String exact, String unitName, String words) {
        showing = true;
        slider.setValue(Integer.toString(place));
        number.setValue(exact);
        showing = false;
        long share = most == least ? 100 : Math.round(100.0 * (place - least) / (most - least));
        slider.getElement().getStyle().set("--sl-pace-share", share + "%");
        unit.setText(unitName);
        slider.getElement().setAttribute("aria-valuetext", words);
        slider.getElement().setAttribute("title", words);
    }

    /** What an empty field means. */
    void placeholder(String words) {
        number.setPlaceholder(words);
    }

    void most(int now) {
        most = now;
        slider.getElement().setAttribute("max", Integer.toString(now));
    }

    void enabled(boolean enabled) {
        slider.setEnabled(enabled);
        number.setEnabled(enabled);
    }
}
