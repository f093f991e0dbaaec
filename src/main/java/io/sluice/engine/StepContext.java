package io.sluice.engine;

import io.sluice.spi.Attempt;
import io.sluice.spi.Connector;
import io.sluice.spi.FileAccess;
import io.sluice.spi.TaskContext;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

/** What one step of a run is lent. */
final class StepContext implements TaskContext {
    private final Job job;
    private final Side side;
    private final RunLog log;
    private final Redactor redactor;
    private final Cancellation cancellation;
    private final DirtyRecords dirty;
    private final Checkpoints checkpoints;

    StepContext(Side side, RunParts parts) {
        this.job = parts.job();
        this.side = side;
        this.log = parts.log();
        this.redactor = parts.redactor();
        this.cancellation = parts.cancellation();
        this.dirty = parts.dirty();
        this.checkpoints = parts.checkpoints();
    }

    @Override
    public <D extends Record> D dataSource(String name, ConfigSpec<D> spec) {
        NamedSource source = job.sources()
                .find(name)
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
        Connector connector = connector();
        if (!new Connectors(java.util.List.of(connector)).find(source.type()).isPresent()) {
            throw new SluiceException(
                    CommonError.DATA_SOURCE_WRONG_TYPE,
                    "Data source '" + source.name() + "' is of type " + source.type() + ", but the step is of type "
                            + connector.id());
        }
    }

    private Connector connector() {
        return side == Side.READER ? job.reader().connector() : job.writer().connector();
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

    @Override
    public FileAccess files() {
        return job.files();
    }

    @Override
    public int channels() {
        return job.settings().concurrency();
    }

    @Override
    public ZoneId timeZone() {
        ZoneId zone = job.settings().conversion().zone();
        return zone == null ? ZoneOffset.UTC : zone;
    }

    @Override
    public Attempt attempt() {
        return checkpoints.attempt();
    }

    @Override
    public void log(Level level, String message) {
        log.write(
                level, side == Side.READER ? job.reader().step() : job.writer().step(), message);
    }

    @Override
    public Registration onCancel(CancelAction action) {
        return cancellation.register(action);
    }

    @Override
    public boolean cancelled() {
        return cancellation.cancelled();
    }

    @Override
    public void reject(Rejected record) {
        dirty.rejectedByReader(record);
    }
}
