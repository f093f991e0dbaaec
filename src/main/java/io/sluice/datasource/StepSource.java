package io.sluice.datasource;

import io.sluice.script.SyncTask;
import io.sluice.spi.config.ConfigValue;
import java.util.Optional;

/**
 * What a step of a database reads or writes first; each is empty where the step does not say.
 *
 * @param query of a reader, which then reads no table
 */
record StepSource(String dataSource, String table, String query) {
    static StepSource of(SyncTask.Step step) {
        ConfigValue.Obj parameter = step.parameter();
        ConfigValue.Obj first = parameter.find("connection").orElse(null) instanceof ConfigValue.Array connections
                        && !connections.items().isEmpty()
                        && connections.items().getFirst() instanceof ConfigValue.Obj connection
                ? connection
                : ConfigValue.Obj.EMPTY;
        return new StepSource(
                text(first, parameter, "datasource"),
                text(first, parameter, "table"),
                text(first, parameter, "querySql"));
    }

    private static String text(ConfigValue.Obj first, ConfigValue.Obj parameter, String name) {
        return text(first.find(name)).or(() -> text(parameter.find(name))).orElse("");
    }

    /** A text, or the first of a list. */
    private static Optional<String> text(Optional<ConfigValue> value) {
        return switch (value.orElse(null)) {
            case ConfigValue.Text text
            when !text.value().isBlank() -> Optional.of(text.value().strip());
            case ConfigValue.Array array
            when !array.items().isEmpty() -> text(Optional.of(array.items().getFirst()));
            case null, default -> Optional.empty();
        };
    }
}
