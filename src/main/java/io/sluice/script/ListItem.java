package io.sluice.script;

import io.sluice.spi.config.ConfigValue;

/** An item of a list in its new order: one that stays, or a new one. */
public sealed interface ListItem {
    /** @param index where the item stands now, counted from 0 */
    record Kept(int index) implements ListItem {}

    record Added(ConfigValue value) implements ListItem {}
}
