package io.sluice.studio.ui.form;

import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.LogicalType;
import org.jspecify.annotations.Nullable;

/**
 * A row of the left list: something a line can start at.
 *
 * @param id the same as long as the row means the same column or text
 * @param name as people read it
 * @param typeText in the system's own words; empty when it is not known
 * @param type null when it is not known
 * @param mayBeNull false only for columns that certainly hold a value in every row
 * @param live whether the source has it, as far as is known
 * @param item its number among the reader's columns; negative when the reader does not name it
 * @param value how the reader names it
 */
record SourceColumn(
        String id,
        Kind kind,
        String name,
        String typeText,
        @Nullable LogicalType type,
        boolean key,
        boolean mayBeNull,
        boolean live,
        int item,
        ConfigValue value) {
    /** How the identity of a row starts that is no column of the source. */
    static final String ADDED = "item:";

    /** What stands in a row. */
    enum Kind {
        COLUMN,
        CONSTANT,
        PARAMETER,
        FUNCTION,
        EXPRESSION,
        /** Made by the reader itself. */
        GENERATED
    }

    /** Whether it stands in the script or was added, and is no column that the source is known to have. */
    boolean added() {
        return id.startsWith(ADDED);
    }

    boolean inScript() {
        return item >= 0;
    }

    SourceColumn withType(@Nullable LogicalType other, String words) {
        return new SourceColumn(id, kind, name, words, other, key, mayBeNull, live, item, value);
    }
}
