package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.ReadRequest;
import io.sluice.connector.jdbc.ServerSession;
import io.sluice.connector.jdbc.SourceConsistency;
import io.sluice.connector.jdbc.SourceParameters;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.Inline;
import io.sluice.spi.config.Range;

/** Parameters of the MySQL reader (reader-writer-parameters.md section 1). */
public record MysqlReadConfig(
        @Inline SourceParameters source,

        @Field(
                label = "Values that do not fit",
                help =
                        "What becomes of values that no other system holds; unless chosen otherwise they make their record dirty.",
                example = "{\"zeroDate\": \"convertToNull\"}",
                byDefault = "{}",
                advanced = true)
        ZeroDates unrepresentable,

        @Field(
                label = "Consistency",
                help = "Which state of the source the parts see while others write there.",
                byDefault = "statement",
                advanced = true)
        SourceConsistency consistency,

        @Field(label = "Fetch size", help = "Rows the driver holds at a time.", byDefault = "1024", advanced = true)
        @Range(min = 1, max = 100_000)
        int fetchSize,

        @Inline ServerSession connecting) {
    ReadRequest request() {
        return source.request(fetchSize).in(consistency);
    }
}
