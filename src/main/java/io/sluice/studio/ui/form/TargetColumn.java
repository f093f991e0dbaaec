package io.sluice.studio.ui.form;

import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.LogicalType;
import org.jspecify.annotations.Nullable;

/**
 * A row of the right list: something a line can end at.
 *
 * @param id the same as long as the row means the same column or place
 * @param typeText in the system's own words; empty when it is not known
 * @param type null when it is not known, or when the target takes any type
 * @param filled whether the target gives it a value where a record brings none
 * @param live whether the target has it, as far as is known
 * @param item its number among the writer's columns; negative when the writer does not name it
 * @param value how the writer names it
 */
record TargetColumn(
        String id,
        String name,
        String typeText,
        @Nullable LogicalType type,
        boolean key,
        boolean nullable,
        boolean filled,
        boolean live,
        int item,
        ConfigValue value) {
    /** Whether a record without a value for it is refused. */
    boolean needsValue() {
        return !nullable && !filled;
    }
}
