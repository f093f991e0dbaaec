package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.ReadRequest;
import io.sluice.connector.jdbc.ServerSession;
import io.sluice.connector.jdbc.SourceConsistency;
import io.sluice.connector.jdbc.SourceParameters;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.Inline;
import io.sluice.spi.config.Option;
import io.sluice.spi.config.Range;

/** Parameters of the PostgreSQL reader (reader-writer-parameters.md section 2). */
public record PostgresqlReadConfig(
        @Inline SourceParameters source,

        @Field(
                label = "Consistency",
                help = "Which state of the source the parts see while others write there.",
                byDefault = "statement",
                advanced = true)
        SourceConsistency consistency,

        @Field(label = "Read mode", help = "How rows are fetched.", byDefault = "copy", advanced = true)
        Mode readMode,

        @Field(
                label = "Fetch size",
                help = "Rows the driver holds at a time when a cursor is used.",
                byDefault = "1024",
                advanced = true)
        @Range(min = 1, max = 100_000)
        int fetchSize,

        @Inline ServerSession connecting) {
    /** How rows are fetched. */
    public enum Mode {
        @Option(label = "COPY", help = "The fastest; where the server refuses it, a cursor is used.")
        COPY,
        @Option(label = "Cursor", help = "A plain SELECT, where a proxy or a compatible server spoils COPY.")
        CURSOR
    }

    ReadRequest request() {
        return source.request(fetchSize).in(consistency);
    }
}
