package io.sluice.ui;

import com.vaadin.flow.component.Component;
import io.sluice.spi.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/** Edits the value of one field of a configuration. */
interface FieldEditor {
    Component component();

    /** Shows a value that was stored before; what does not fit is shown as text, so that nothing is lost from sight. */
    void show(ConfigValue value);

    /** What was entered, or null for nothing. */
    @Nullable
    ConfigValue value();

    /** Marks the input as wrong or right; the sentence stands below it. */
    default void invalid(boolean wrong) {}

    /** Lets the value be looked at only, or edited again. */
    default void readOnly(boolean readOnly) {}

    /** Runs when the user has changed the value. */
    void onChange(Runnable listener);

    /** Whether it brings its own rows, so that it gets the whole width below a heading. */
    default boolean isGroup() {
        return false;
    }

    /** Takes a problem whose path goes on below this field, such as {@code [0].host}; false when it cannot place it. */
    default boolean showProblem(String restOfPath, String message) {
        return false;
    }

    /** A message that stands below the whole input, with the part of the value that it is about. */
    default String located(String restOfPath, String message) {
        return message;
    }

    default void clearProblems() {
        invalid(false);
    }
}
