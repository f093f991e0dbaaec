package io.sluice.studio.ui.form;

import io.sluice.spi.config.ConfigValue;
import java.util.List;

/** What a person does to a mapping. Rows are named by their identities. */
sealed interface Gesture {
    /** Draws a line; lines that used either end before give way. */
    record Connect(String source, String target) implements Gesture {}

    /** Takes away the line that ends at a target. */
    record Disconnect(String target) implements Gesture {}

    /** Connects equal names: exactly equal ones first, then in any letters. Replaces all lines. */
    record ByName() implements Gesture {}

    /** Connects row with row, up to the end of the shorter list. Replaces all lines. */
    record ByRow() implements Gesture {}

    /** Takes away all lines. */
    record Clear() implements Gesture {}

    /** Brings the columns into the order of the target. */
    record Tidy() implements Gesture {}

    /** Writes out the columns that a star stands for. */
    record ListColumns() implements Gesture {}

    /** Gives a target a value of its own: a constant, parameter, function or expression. */
    record Assign(ConfigValue value, String target) implements Gesture {}

    /** Changes what a row of the reader says, without touching its line. */
    record Change(String source, ConfigValue value) implements Gesture {}

    /** Keeps lines of the given fields only, as the reader spells them. */
    record Keep(List<String> fields) implements Gesture {
        public Keep {
            fields = List.copyOf(fields);
        }
    }

    /** Changes the name at a place of a header. */
    record Rename(String target, String name) implements Gesture {}
}
