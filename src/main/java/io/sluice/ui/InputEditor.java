package io.sluice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import io.sluice.spi.config.ConfigValue;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An editor around one input of Vaadin: the value passes through a pair of conversions. What was stored is given back as
 * it was spelled while the input shows nothing else.
 */
final class InputEditor<C extends Component & HasValue<?, V> & HasValidation, V> implements FieldEditor {
    private final C input;
    private final Function<V, @Nullable ConfigValue> read;
    private final Function<ConfigValue, @Nullable V> shown;
    private @Nullable ConfigValue stored;
    private @Nullable V asStored;

    InputEditor(C input, Function<V, @Nullable ConfigValue> read, Function<ConfigValue, @Nullable V> shown) {
        this.input = input;
        this.read = read;
        this.shown = shown;
        input.setManualValidation(true);
        if (input instanceof HasSize sized) {
            sized.setWidthFull();
        }
    }

    @Override
    public Component component() {
        return input;
    }

    @Override
    public void show(ConfigValue value) {
        V converted = shown.apply(value);
        if (converted != null) {
            input.setValue(converted);
        }
        stored = value;
        asStored = input.getValue();
    }

    @Override
    public @Nullable ConfigValue value() {
        V entered = input.getValue();
        if (stored != null && Objects.equals(entered, asStored)) {
            return stored;
        }
        return entered == null ? null : read.apply(entered);
    }

    @Override
    public void invalid(boolean wrong) {
        input.setInvalid(wrong);
    }

    @Override
    public void readOnly(boolean readOnly) {
        input.setReadOnly(readOnly);
    }

    @Override
    public void onChange(Runnable listener) {
        input.addValueChangeListener(change -> listener.run());
    }
}
