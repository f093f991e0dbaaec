package io.sluice.connector.fidelity;

import io.sluice.spi.config.ConfigValue;
import java.util.function.UnaryOperator;

/**
 * Ways a connector takes values from a server. A new way is one line: what the step's parameters say more, and an
 * expression that is read beside the value when that is what turns a fast path off.
 */
enum ReadPath {
    MARIADB("mysql", "", step -> step),
    POSTGRESQL_COPY("postgresql", "", step -> step),
    POSTGRESQL_COPY_BESIDE_TEXT("postgresql", "null::inet", step -> step),
    POSTGRESQL_CURSOR("postgresql", "", step -> step.with("readMode", "cursor"));

    private final String type;
    private final String beside;
    private final UnaryOperator<ConfigValue.Obj> parameters;

    ReadPath(String type, String beside, UnaryOperator<ConfigValue.Obj> parameters) {
        this.type = type;
        this.beside = beside;
        this.parameters = parameters;
    }

    boolean of(FidelityServer server) {
        return type.equals(server.type());
    }

    String beside() {
        return beside;
    }

    ConfigValue.Obj apply(ConfigValue.Obj step) {
        return parameters.apply(step);
    }
}
