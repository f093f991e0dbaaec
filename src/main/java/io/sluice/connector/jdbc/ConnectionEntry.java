package io.sluice.connector.jdbc;

import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import java.util.List;

/** One element of {@code connection}: a data source with its tables or queries. */
public record ConnectionEntry(
        @Field(label = "Data source", help = "A registered data source; by default that of the step.", byDefault = "")
        @Lookup("dataSources")
        String datasource,

        @Field(label = "Tables", help = "Tables of this data source; ranges such as t_[0-9] expand.", byDefault = "[]")
        @Lookup("tables")
        List<String> table,

        @Field(label = "Queries", help = "Queries instead of tables.", byDefault = "[]")
        List<String> querySql) {
    public ConnectionEntry {
        table = List.copyOf(table);
        querySql = List.copyOf(querySql);
    }
}
