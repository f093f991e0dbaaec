package io.sluice.connector.jdbc;

import io.sluice.spi.config.Option;

/** Which state of its source a reader sees while others write there. */
public enum SourceConsistency {
    @Option(
            label = "Each part by itself",
            help = "Every part is one statement. Rows that change while the run goes on may be missed or read twice.")
    STATEMENT,
    @Option(
            label = "One snapshot",
            help = "All parts see the state at the beginning. A run that fails cannot go on; it starts anew.")
    SNAPSHOT
}
