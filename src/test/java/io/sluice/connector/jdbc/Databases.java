package io.sluice.connector.jdbc;

import io.sluice.spi.config.ConfigValue;
import io.sluice.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tests of relational connectors share. */
public final class Databases {
    private Databases() {}

    /** The settings of a data source for a database of the tests. */
    public static ConfigValue.Obj settings(TestDatabase database) {
        return ConfigValue.Obj.EMPTY
                .with("host", database.host())
                .with("port", new ConfigValue.Num(database.port()))
                .with("database", database.name())
                .with("username", database.user())
                .with("password", database.password());
    }

    /** Parameters of a step on the data source {@code db}. */
    public static ConfigValue.Obj step(String table, String... columns) {
        return ConfigValue.Obj.EMPTY
                .with("datasource", "db")
                .with("table", table)
                .with("column", ConfigValue.Array.ofTexts(List.of(columns)));
    }

    /** Rows of a query, null for NULL. */
    public static List<List<@Nullable String>> rows(TestDatabase database, String query) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (String row : database.rows(query)) {
            List<@Nullable String> values = new ArrayList<>();
            for (String value : row.split("\\|", -1)) {
                values.add(value.equals("∅") ? null : value);
            }
            rows.add(values);
        }
        return rows;
    }

    /** Thirty rows with a key, a text that is sometimes NULL, and a decimal. */
    public static String sampleInsert(String table) {
        StringBuilder sql = new StringBuilder("insert into " + table + " (id, name, amount) values ");
        for (int id = 0; id < 30; id++) {
            String name = id % 4 == 0 ? "null" : "'name " + id + "'";
            sql.append(id == 0 ? "" : ", ").append("(%d, %s, %d.50)".formatted(id * 7 - 50, name, id));
        }
        return sql.toString();
    }

    /** The rows of {@link #sampleInsert}. */
    public static List<List<@Nullable String>> sampleRows() {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int id = 0; id < 30; id++) {
            rows.add(Arrays.asList(Integer.toString(id * 7 - 50), id % 4 == 0 ? null : "name " + id, id + ".50"));
        }
        return rows;
    }
}
