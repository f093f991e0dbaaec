package io.sluice.connector;

import io.sluice.spi.Connector;
import io.sluice.spi.Reader;
import io.sluice.spi.ReaderFactory;
import io.sluice.spi.Split;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.TaskContext;
import io.sluice.spi.Writer;
import io.sluice.spi.WriterFactory;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
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

    /** Reads these splits to their ends, and counts what comes. @param schema that the reader discovered */
    public static <S extends Split> int count(Reader<S> reader, List<S> splits, Schema schema) throws Exception {
        int rows = 0;
        RowBatch batch = new RowBatch(schema, 1_000, Long.MAX_VALUE);
        for (S split : splits) {
            try (SplitReader<S> part = reader.open(split)) {
                Status status = Status.MORE;
                while (status == Status.MORE) {
                    batch.clear();
                    status = part.read(batch);
                    rows += batch.rows();
                }
            }
        }
        return rows;
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
