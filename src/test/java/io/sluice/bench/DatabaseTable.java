package io.sluice.bench;

import io.sluice.testing.TestDatabase;
import java.util.List;

/** The table {@code t} of a database. */
record DatabaseTable(Kind kind, TestDatabase database) implements Endpoint {
    private static final String PARAMETERS = """
            "column": [%s], %s "username": "%s", "password": "%s",
            "connection": [{"jdbcUrl": %s, "table": ["t"]}]""";

    /** How a system is named in jobs, settled between runs and asked for a checksum over all values. */
    enum Kind {
        POSTGRESQL(
                "postgresql",
                "\"writeMode\": \"copy\", ",
                "checkpoint",
                List.of("select count(*), sum(hashtextextended(t::text, 0)::numeric) from t")),
        MARIADB("mysql", "", "flush tables t", List.of("select count(*) from t", "checksum table t"));

        private final String name;
        private final String fastest;
        private final String settle;
        private final List<String> checks;

        Kind(String name, String fastest, String settle, List<String> checks) {
            this.name = name;
            this.fastest = fastest;
            this.settle = settle;
            this.checks = checks;
        }
    }

    @Override
    public String reader() {
        return "{\"name\": \"%sreader\", \"parameter\": {%s}}"
                .formatted(kind.name, parameters("\"splitPk\": \"id\",", "[\"" + url() + "\"]"));
    }

    @Override
    public String writer(String more) {
        String mode = kind.fastest + (more.isBlank() ? "" : more + ",");
        return "{\"name\": \"%swriter\", \"parameter\": {%s}}"
                .formatted(kind.name, parameters(mode, "\"" + url() + "\""));
    }

    private String parameters(String special, String url) {
        return PARAMETERS.formatted(TableColumns.names(), special, database.user(), database.password(), url);
    }

    private String url() {
        return "jdbc:%s://%s:%d/%s".formatted(kind.name, database.host(), database.port(), database.name());
    }

    @Override
    public void clear() {
        database.run("truncate table t", kind.settle);
    }

    /** The checksum command of MariaDB names the database in front of the sum; that does not belong to the values. */
    @Override
    public String fingerprint() {
        return String.join(
                        "|",
                        kind.checks.stream()
                                .flatMap(query -> database.rows(query).stream())
                                .toList())
                .replace(database.name() + ".", "");
    }
}
