package io.sluice.engine;

import io.sluice.spi.Connector;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.List;
import java.util.stream.Collectors;

/** Binds the settings of data sources for one connector, and remembers their secrets. */
record SourceBinding(DataSources sources, Connector connector, Redactor redactor) {
    /** @throws SluiceException DATA_SOURCE_UNKNOWN, DATA_SOURCE_WRONG_TYPE or PARAMETER_INVALID */
    <D extends Record> D bind(String name, ConfigSpec<D> spec) {
        NamedSource source = sources.find(name)
                .orElseThrow(() -> new SluiceException(
                        CommonError.DATA_SOURCE_UNKNOWN, "There is no data source named '" + name + "'"));
        requireType(source);
        collectSecrets(spec, source.settings());
        return switch (spec.bind(source.settings())) {
            case Bound.Valid<D> valid -> valid.value();
            case Bound.Invalid<D> invalid ->
                throw new SluiceException(
                        CommonError.PARAMETER_INVALID, "Data source '" + name + "' is not valid: " + messages(invalid));
        };
    }

    private static String messages(Bound<?> bound) {
        return bound.allProblems().stream()
                .filter(ConfigProblem::isError)
                .map(problem -> problem.path() + ": " + problem.message())
                .collect(Collectors.joining("; "));
    }

    private void requireType(NamedSource source) {
        if (new Connectors(List.of(connector)).find(source.type()).isEmpty()) {
            throw new SluiceException(
                    CommonError.DATA_SOURCE_WRONG_TYPE,
                    "Data source '" + source.name() + "' is of type " + source.type() + ", but the step is of type "
                            + connector.id());
        }
    }

    private void collectSecrets(ConfigSpec<?> spec, ConfigValue.Obj settings) {
        for (FieldSpec field : spec.fields()) {
            ConfigValue value = settings.entries().get(field.name());
            if (value instanceof ConfigValue.Obj nested && field.type() instanceof FieldType.GroupType group) {
                collectSecrets(group.spec(), nested);
            } else if (value != null && field.type() instanceof FieldType.SecretType) {
                redactor.add(value.toString());
            }
        }
    }
}
