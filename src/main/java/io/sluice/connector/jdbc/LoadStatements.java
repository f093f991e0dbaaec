package io.sluice.connector.jdbc;

import io.sluice.spi.config.Code;
import io.sluice.spi.config.Field;
import java.util.List;

/** The statements around a load (reader-writer-parameters.md section 1). */
public record LoadStatements(
        @Field(
                label = "Before the load",
                help = "Statements run first; @table stands for the table.",
                example = "[\"delete from @table where day = '${bizdate}'\"]",
                byDefault = "[]")
        @Code("sql")
        List<String> preSql,

        @Field(label = "After the load", help = "Statements run after a successful load.", byDefault = "[]")
        @Code("sql")
        List<String> postSql) {
    public LoadStatements {
        preSql = List.copyOf(preSql);
        postSql = List.copyOf(postSql);
    }
}
