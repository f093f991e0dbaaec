package io.sluice.connector.jdbc;

import io.sluice.spi.config.Code;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.Range;
import java.util.List;

/** How readers and writers speak with a database server (reader-writer-parameters.md section 1). */
public record ServerSession(
        @Field(
                label = "Socket timeout",
                help = "Milliseconds of silence after which the connection counts as lost.",
                byDefault = "3600000",
                advanced = true)
        @Range(min = 0, max = 86_400_000)
        int socketTimeout,

        @Field(
                label = "Session statements",
                help = "SET statements for each connection.",
                byDefault = "[]",
                advanced = true)
        @Code("sql")
        List<String> session,

        @Field(
                label = "Encoding",
                help = "Accepted for older scripts; text is always exchanged as UTF-8.",
                byDefault = "UTF-8",
                advanced = true)
        String encoding) {
    public ServerSession {
        session = List.copyOf(session);
    }
}
