package io.sluice.studio.ui.form;

import com.vaadin.flow.component.combobox.ComboBox;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Chooses a time zone; one that the list does not have can be typed. */
final class ZoneField extends ComboBox<String> {
    ZoneField() {
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        setItems(zones);
        setAllowCustomValue(true);
        setClearButtonVisible(true);
        setManualValidation(true);
        setAriaLabel(getTranslation("form.channel.zone"));
        addCustomValueSetListener(typed -> setValue(typed.getDetail().strip()));
    }

    /** Hears what somebody chose; empty for none. */
    void onChoice(Consumer<String> listener) {
        addCustomValueSetListener(typed -> listener.accept(typed.getDetail().strip()));
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                listener.accept(text());
            }
        });
    }

    /** What is chosen; empty for none. */
    String text() {
        return Objects.requireNonNullElse(getValue(), "");
    }

    void show(String zone) {
        if (!zone.equals(text())) {
            setValue(zone.isEmpty() ? null : zone);
        }
    }
}
