package io.sluice.connector.sqlite;

import io.sluice.connector.jdbc.ReadRequest;
import io.sluice.connector.jdbc.SourceParameters;
import io.sluice.spi.config.Inline;

/** Parameters of the SQLite reader. */
public record SqliteReadConfig(@Inline SourceParameters source) {
    ReadRequest request() {
        return source.request(1);
    }
}
