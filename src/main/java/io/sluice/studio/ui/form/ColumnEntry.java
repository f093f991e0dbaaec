package io.sluice.studio.ui.form;

import io.sluice.spi.config.ConfigValue;

/**
 * What reader or writer names at one position.
 *
 * @param item its number in the list of the script; negative when it only follows from a star or a query
 */
record ColumnEntry(ConfigValue value, int item) {}
