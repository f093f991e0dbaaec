package io.sluice.connector;

import io.sluice.spi.Connector;
import io.sluice.spi.Reader;
import io.sluice.spi.ReaderFactory;
import io.sluice.spi.TaskContext;
import io.sluice.spi.Writer;
import io.sluice.spi.WriterFactory;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.List;

/** Makes readers and writers from script parameters, as the engine does. */
public final class Steps {
    private Steps() {}

    /** @throws SluiceException PARAMETER_INVALID with all problems, when there are any */
    public static Reader<?> reader(Connector connector, ConfigValue.Obj parameters, TaskContext context)
            throws Exception {
        return create(connector.reader().orElseThrow(), parameters, context);
    }

    /** @throws SluiceException PARAMETER_INVALID with all problems, when there are any */
    public static Writer<?> writer(Connector connector, ConfigValue.Obj parameters, TaskContext context)
            throws Exception {
        return create(connector.writer().orElseThrow(), parameters, context);
    }

    private static <C extends Record> Reader<?> create(
            ReaderFactory<C> factory, ConfigValue.Obj parameters, TaskContext context) throws Exception {
        C config = bind(factory.config(), parameters);
        refuse(factory.check(config));
        return factory.create(config, context);
    }

    private static <C extends Record> Writer<?> create(
            WriterFactory<C> factory, ConfigValue.Obj parameters, TaskContext context) throws Exception {
        C config = bind(factory.config(), parameters);
        refuse(factory.check(config));
        return factory.create(config, context);
    }

    static <C extends Record> C bind(ConfigSpec<C> spec, ConfigValue.Obj parameters) {
        return switch (spec.bind(parameters)) {
            case Bound.Valid<C> valid -> valid.value();
            case Bound.Invalid<C> invalid -> throw invalid(invalid.problems());
        };
    }

    private static void refuse(List<ConfigProblem> problems) {
        if (problems.stream().anyMatch(ConfigProblem::isError)) {
            throw invalid(problems);
        }
    }

    private static SluiceException invalid(List<ConfigProblem> problems) {
        return new SluiceException(CommonError.PARAMETER_INVALID, problems.toString());
    }
}
