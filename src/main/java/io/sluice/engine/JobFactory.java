package io.sluice.engine;

import io.sluice.engine.convert.ConversionRules;
import io.sluice.engine.transform.TransformCheck;
import io.sluice.engine.transform.TransformStep;
import io.sluice.script.Path;
import io.sluice.script.Setting;
import io.sluice.script.SyncTask;
import io.sluice.script.SyncTask.Step;
import io.sluice.script.transform.Transform;
import io.sluice.script.transform.TransformType;
import io.sluice.spi.Connector;
import io.sluice.spi.FileAccess;
import io.sluice.spi.ReaderFactory;
import io.sluice.spi.Sentence;
import io.sluice.spi.WriterFactory;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.error.CommonError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes jobs of tasks: finds the connectors and binds their parameters. Needs no connection. */
public final class JobFactory {
    private final Connectors connectors;
    private final DataSources sources;
    private final FileAccess files;

    public JobFactory(Connectors connectors, DataSources sources, FileAccess files) {
        this.connectors = connectors;
        this.sources = sources;
        this.files = files;
    }

    /** A job, or everything that keeps the task from being one. */
    public sealed interface Prepared {
        record Ready(Job job) implements Prepared {}

        record Invalid(List<JobProblem> problems) implements Prepared {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * An error in a task.
     *
     * @param code stable code
     * @param path where in the script
     * @param said what is wrong, for people
     */
    public record JobProblem(String code, Path path, Sentence said) {
        /** In English. */
        public String message() {
            return said.toString();
        }
    }

    public Prepared prepare(SyncTask task) {
        List<JobProblem> problems = new ArrayList<>();
        List<TransformStep> transforms = new ArrayList<>();
        for (Step map : task.maps()) {
            transform(map, problems).ifPresent(transforms::add);
        }
        JobReader reader = reader(task.reader(), problems);
        JobWriter writer = writer(task.writer(), problems);
        if (writer != null && !task.maps().isEmpty()) {
            writer = writer.notComparable();
        }
        if (writer != null && writer.comparison() == null && task.setting().verify()) {
            problems.add(new JobProblem(
                    CommonError.NOT_SUPPORTED.name(),
                    Path.of("setting", "verify"),
                    Sentence.of("{0}; remove 'verify'", Sentence.plain(JobVerification.REFUSAL))));
        }
        if (reader == null || writer == null || !problems.isEmpty()) {
            return new Prepared.Invalid(problems);
        }
        return new Prepared.Ready(new Job(reader, transforms, writer, settings(task.setting()), sources, files));
    }

    /** What can be looked at of a task, or everything that keeps its reader from being one. */
    public sealed interface Sampled {
        record Ready(SampleJob job) implements Sampled {}

        record Invalid(List<JobProblem> problems) implements Sampled {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * Prepares a look at the data of a task that may be incomplete: only its reader has to be right.
     *
     * @param maps the steps behind the reader in their order
     * @param writer is left out when it is not right
     */
    public Sampled sample(Step reader, List<Step> maps, Optional<Step> writer, Setting setting) {
        List<JobProblem> problems = new ArrayList<>();
        JobReader source = reader(reader, problems);
        if (source == null) {
            return new Sampled.Invalid(problems);
        }
        List<TransformStep> transforms = new ArrayList<>();
        SampleJob.Unusable unusable = null;
        for (Step map : maps) {
            Optional<TransformStep> usable = transform(map, problems);
            if (usable.isEmpty()) {
                unusable = new SampleJob.Unusable(map.name(), problems.getFirst());
                break;
            }
            transforms.add(usable.get());
        }
        JobWriter target = writer.map(step -> writer(step, new ArrayList<>())).orElse(null);
        return new Sampled.Ready(new SampleJob(
                source, transforms, unusable, target, settings(setting).conversion(), sources, files));
    }

    private static Optional<TransformStep> transform(Step step, List<JobProblem> problems) {
        Optional<TransformType> type = TransformType.of(step.stepType());
        if (type.isEmpty()) {
            Path path = step.path().child("stepType");
            problems.add(
                    new JobProblem("S011", path, Sentence.of("There is no processing step '{0}'", step.stepType())));
            return Optional.empty();
        }
        Record bound = bind(step, type.get().parameters(), problems);
        if (!(bound instanceof Transform transform)) {
            return Optional.empty();
        }
        List<ConfigProblem> unfit = TransformCheck.problems(transform);
        addErrors(step, unfit, problems);
        return unfit.isEmpty() ? Optional.of(new TransformStep(step.name(), step.path(), transform)) : Optional.empty();
    }

    private static <C extends Record> @Nullable C bind(Step step, ConfigSpec<C> spec, List<JobProblem> problems) {
        return bind(step, spec, bound -> List.of(), problems);
    }

    private @Nullable JobReader reader(Step step, List<JobProblem> problems) {
        Connector connector = connectors.find(step.stepType()).orElse(null);
        Optional<ReaderFactory<?>> factory = connector == null ? Optional.empty() : connector.reader();
        if (connector == null || factory.isEmpty()) {
            problems.add(unknown(step, "reader"));
            return null;
        }
        return reader(step, connector, factory.get(), problems);
    }

    private static <C extends Record> @Nullable JobReader reader(
            Step step, Connector connector, ReaderFactory<C> factory, List<JobProblem> problems) {
        C config = bind(step, factory.config(), factory::check, problems);
        return config == null ? null : JobReader.of(step.name(), step.path(), connector, factory, config);
    }

    private @Nullable JobWriter writer(Step step, List<JobProblem> problems) {
        Connector connector = connectors.find(step.stepType()).orElse(null);
        Optional<WriterFactory<?>> factory = connector == null ? Optional.empty() : connector.writer();
        if (connector == null || factory.isEmpty()) {
            problems.add(unknown(step, "writer"));
            return null;
        }
        return writer(step, connector, factory.get(), problems);
    }

    private static <C extends Record> @Nullable JobWriter writer(
            Step step, Connector connector, WriterFactory<C> factory, List<JobProblem> problems) {
        C config = bind(step, factory.config(), factory::check, problems);
        return config == null ? null : JobWriter.of(step.name(), step.path(), connector, factory, config);
    }

    private static JobProblem unknown(Step step, String side) {
        return new JobProblem(
                "S011",
                step.path().child("stepType"),
                Sentence.of("There is no {0} of type '{1}'", side, step.stepType()));
    }

    private static <C extends Record> @Nullable C bind(
            Step step, ConfigSpec<C> spec, Function<C, List<ConfigProblem>> check, List<JobProblem> problems) {
        List<ConfigProblem> found = new ArrayList<>();
        C bound = switch (spec.bind(step.parameter())) {
            case Bound.Valid<C> valid -> valid.value();
            case Bound.Invalid<C> invalid -> {
                found.addAll(invalid.problems());
                yield null;
            }
        };
        if (bound != null) {
            found.addAll(check.apply(bound));
        }
        int before = problems.size();
        addErrors(step, found, problems);
        return problems.size() > before ? null : bound;
    }

    private static void addErrors(Step step, List<ConfigProblem> found, List<JobProblem> problems) {
        found.stream()
                .filter(ConfigProblem::isError)
                .map(problem -> new JobProblem(
                        CommonError.PARAMETER_INVALID.name(), step.within(problem.path()), problem.said()))
                .forEach(problems::add);
    }

    private static RunSettings settings(Setting setting) {
        Setting.Conversion conversion = setting.conversion();
        return new RunSettings(
                setting.speed().concurrent(),
                RunSettings.DEFAULT.splitsPerChannel(),
                dirtyLimit(setting.dirtyPolicy()),
                new RunLimits(
                        setting.speed().recordsPerSecond().orElse(0),
                        setting.speed().bytesPerSecond().orElse(0)),
                new ConversionRules(
                        conversion.timeZone().orElse(null),
                        conversion.datetimeFormat(),
                        conversion.dateFormat(),
                        conversion.timeFormat(),
                        conversion.extraFormats()),
                setting.dryRun(),
                setting.verify(),
                new Recovery(setting.retry().conflicts(), setting.retry().connections(), setting.failoverEnable()));
    }

    private static DirtyLimit dirtyLimit(Setting.DirtyPolicy policy) {
        return switch (policy) {
            case Setting.DirtyPolicy.AtMost most -> DirtyLimit.atMost(most.records());
            case Setting.DirtyPolicy.AtMostShare most ->
                new DirtyLimit(null, most.share().doubleValue());
            case Setting.DirtyPolicy.Unlimited() -> DirtyLimit.IGNORE;
        };
    }
}
