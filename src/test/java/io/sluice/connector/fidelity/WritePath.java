package io.sluice.connector.fidelity;

import io.sluice.spi.config.ConfigValue;
import java.util.function.UnaryOperator;

/**
 * Ways a connector brings values into a server. A new way is one line: what the step's parameters say more, and whether
 * a column of a type that turns a fast path off (always NULL) is written beside the value.
 */
enum WritePath {
    MARIADB_BULK("mysql", false, step -> step),
    MARIADB_MULTI_ROW("mysql", false, step -> step.with("loadMethod", "multiRow")),
    MARIADB_SINGLE_ROW("mysql", false, step -> step.with("loadMethod", "singleRow")),
    POSTGRESQL_COPY("postgresql", false, step -> step.with("writeMode", "copy")),
    POSTGRESQL_COPY_TEXT("postgresql", true, step -> step.with("writeMode", "copy")),
    POSTGRESQL_STATEMENTS("postgresql", false, step -> step.with("writeMode", "upsert"));

    private final String type;
    private final boolean beside;
    private final UnaryOperator<ConfigValue.Obj> parameters;

    WritePath(String type, boolean beside, UnaryOperator<ConfigValue.Obj> parameters) {
        this.type = type;
        this.beside = beside;
        this.parameters = parameters;
    }

    boolean of(FidelityServer server) {
        return type.equals(server.type());
    }

    /** The type of the column beside the value in every target table. */
    static String besideType(FidelityServer server) {
        if (!server.isMariaDb()) {
            return "inet";
        }
        return FidelityCase.known("inet6") ? "inet6" : "varbinary(16)";
    }

    boolean beside() {
        return beside;
    }

    ConfigValue.Obj apply(ConfigValue.Obj step) {
        return parameters.apply(step);
    }
}
