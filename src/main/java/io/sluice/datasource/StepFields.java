package io.sluice.datasource;

import io.sluice.script.SyncTask;
import io.sluice.spi.Attempt;
import io.sluice.spi.Connector;
import io.sluice.spi.FileAccess;
import io.sluice.spi.Reader;
import io.sluice.spi.ReaderFactory;
import io.sluice.spi.TaskContext;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Column;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Finds the columns of readers that need no data source, such as the fields of files, by opening the reader itself. */
final class StepFields {
    private static final String COLUMN = "column";

    private StepFields() {}

    /** All columns the reader would deliver when its task asked for all. */
    static List<Column> of(Connector connector, SyncTask.Step step, FileAccess files) throws Exception {
        ReaderFactory<?> factory = connector
                .reader()
                .orElseThrow(() -> new SluiceException(
                        CommonError.NOT_SUPPORTED, "There is no reader of type '" + step.stepType() + "'"));
        return columns(factory, all(factory.config(), step.parameter()), files);
    }

    /** Columns that can be left out are asked for all; a stream has none but those the task describes. */
    private static ConfigValue.Obj all(ConfigSpec<?> spec, ConfigValue.Obj parameter) {
        return spec.field(COLUMN).filter(field -> !field.required()).isPresent()
                ? parameter.without(COLUMN)
                : parameter;
    }

    private static <C extends Record> List<Column> columns(
            ReaderFactory<C> factory, ConfigValue.Obj parameter, FileAccess files) throws Exception {
        C config = switch (factory.config().bind(parameter)) {
            case Bound.Valid<C> valid -> valid.value();
            case Bound.Invalid<C> invalid -> throw invalid(invalid.problems());
        };
        List<ConfigProblem> problems = factory.check(config);
        if (problems.stream().anyMatch(ConfigProblem::isError)) {
            throw invalid(problems);
        }
        try (Reader<?> reader = factory.create(config, new Looking(files))) {
            return reader.discover().columns();
        }
    }

    private static SluiceException invalid(List<ConfigProblem> problems) {
        String message = problems.stream()
                .filter(ConfigProblem::isError)
                .findFirst()
                .map(ConfigProblem::message)
                .orElse("The parameters are not valid");
        return new SluiceException(CommonError.PARAMETER_INVALID, message);
    }

    /** Lends a reader nothing but files. */
    private record Looking(FileAccess files) implements TaskContext {
        @Override
        public <D extends Record> D dataSource(String name, ConfigSpec<D> spec) {
            throw new SluiceException(CommonError.DATA_SOURCE_UNKNOWN, "The step names no data source");
        }

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public ZoneId timeZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Attempt attempt() {
            return new Attempt(UUID.randomUUID().toString(), 1, Attempt.Entry.START);
        }

        @Override
        public void log(Level level, String message) {}

        @Override
        public Registration onCancel(CancelAction action) {
            return () -> {};
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void reject(Rejected record) {}
    }
}
