package io.sluice.connector.jdbc;

import io.sluice.spi.config.Option;

/** Where rows are loaded before they are visible. */
public enum LoadMode {
    @Option(label = "Into the table", help = "Each batch is visible when it is written.")
    DIRECT,
    @Option(
            label = "Staging table, then publish",
            help =
                    "The table's content is replaced in one step when everything is loaded; needs space for a second copy.")
    STAGING
}
