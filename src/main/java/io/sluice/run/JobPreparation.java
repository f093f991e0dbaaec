package io.sluice.run;

import io.sluice.datasource.DataSource;
import io.sluice.datasource.DataSourceService;
import io.sluice.engine.Connectors;
import io.sluice.engine.Job;
import io.sluice.engine.JobFactory;
import io.sluice.engine.SampleJob;
import io.sluice.engine.transform.TransformCheck;
import io.sluice.script.Catalog;
import io.sluice.script.ConnectorCatalog;
import io.sluice.script.Parameters;
import io.sluice.script.Problem;
import io.sluice.script.ScriptDocument;
import io.sluice.script.Setting;
import io.sluice.script.Side;
import io.sluice.script.SyncTask;
import io.sluice.spi.FileAccess;
import io.sluice.spi.Sentence;
import io.sluice.workspace.Member;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes a job of a task's text and the values of its parameters, or tells what keeps it from being one. */
@Component
class JobPreparation {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private static final StartProblem INCOMPLETE = new StartProblem(
            "TASK_INCOMPLETE",
            Sentence.of("The task has no reader or no writer. Import a template or write both steps."),
            null);

    private static final StartProblem NO_READER =
            new StartProblem("TASK_INCOMPLETE", Sentence.of("The task has no reader. Choose a source."), null);

    private final DataSourceService sources;
    private final Connectors connectors;
    private final FileAccess files;
    private final Clock clock;

    JobPreparation(DataSourceService sources, Connectors connectors, FileAccess files, Clock clock) {
        this.sources = sources;
        this.connectors = connectors;
        this.files = files;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    /** What became of an order. */
    sealed interface Prepared {
        record Ready(Job job, FailureLines lines) implements Prepared {
            Ready with(Job other) {
                return new Ready(other, lines);
            }
        }

        record Invalid(List<StartProblem> problems) implements Prepared {}

        record Missing(List<String> parameters) implements Prepared {}
    }

    Prepared prepare(RunOrder order) {
        ScriptDocument script = ScriptDocument.parse(order.text());
        Map<String, String> values = values(order.parameters());
        List<String> missing = Parameters.names(script).stream()
                .filter(name -> !values.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            return new Prepared.Missing(missing);
        }
        ScriptDocument filled = script.readable() ? Parameters.apply(script, values) : script;
        List<StartProblem> problems = errors(filled.problems(catalog(order)));
        SyncTask task = SyncTask.of(filled).orElse(null);
        if (!problems.isEmpty()) {
            return new Prepared.Invalid(problems);
        }
        if (task == null) {
            return new Prepared.Invalid(List.of(INCOMPLETE));
        }
        JobFactory factory = new JobFactory(connectors, new RunDataSources(sources, order.member()), files);
        return switch (factory.prepare(task)) {
            case JobFactory.Prepared.Ready ready -> new Prepared.Ready(ready.job(), new FailureLines(script));
            case JobFactory.Prepared.Invalid invalid -> new Prepared.Invalid(unbound(filled, invalid.problems()));
        };
    }

    /** What can be looked at of a text. */
    sealed interface Sampled {
        record Ready(SampleJob job) implements Sampled {}

        record Invalid(List<StartProblem> problems) implements Sampled {}

        record Missing(List<String> parameters) implements Sampled {}
    }

    /** A text that may be incomplete: only its reader has to be right. */
    Sampled sample(Member member, String text, Map<String, String> parameters) {
        ScriptDocument script = ScriptDocument.parse(text);
        Map<String, String> values = values(parameters);
        List<String> missing = Parameters.names(script).stream()
                .filter(name -> !values.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            return new Sampled.Missing(missing);
        }
        if (!script.readable()) {
            return new Sampled.Invalid(errors(script.syntaxProblems()));
        }
        ScriptDocument filled = Parameters.apply(script, values);
        Optional<SyncTask.Step> reader =
                SyncTask.steps(filled, Side.READER).stream().findFirst();
        if (reader.isEmpty()) {
            return new Sampled.Invalid(List.of(NO_READER));
        }
        JobFactory factory = new JobFactory(connectors, new RunDataSources(sources, member), files);
        Optional<SyncTask.Step> writer =
                SyncTask.steps(filled, Side.WRITER).stream().findFirst();
        return switch (factory.sample(reader.get(), SyncTask.maps(filled), writer, Setting.of(filled))) {
            case JobFactory.Sampled.Ready ready -> new Sampled.Ready(ready.job());
            case JobFactory.Sampled.Invalid invalid -> new Sampled.Invalid(unbound(filled, invalid.problems()));
        };
    }

    /** A value that looks like a parameter passes the validation of scripts, but binds to no number or choice. */
    private static List<StartProblem> unbound(ScriptDocument script, List<JobFactory.JobProblem> problems) {
        return problems.stream()
                .map(problem -> new StartProblem(
                        problem.code(),
                        problem.said(),
                        script.place(problem.path()).line()))
                .toList();
    }

    /** The values that a text was filled with which a run began with at an earlier time. */
    Map<String, String> used(String text, Map<String, String> parameters, Instant moment) {
        Map<String, String> values = new HashMap<>(systemValues(moment));
        values.putAll(parameters);
        values.keySet().retainAll(Parameters.names(ScriptDocument.parse(text)));
        return values;
    }

    /** The order with the values that the system's own parameters had at an earlier time. */
    RunOrder asOf(Instant moment, RunOrder order) {
        Map<String, String> values = new HashMap<>(order.parameters());
        List<String> names = Parameters.names(ScriptDocument.parse(order.text()));
        systemValues(moment).forEach((name, value) -> {
            if (names.contains(name)) {
                values.putIfAbsent(name, value);
            }
        });
        return order.with(values);
    }

    private static Map<String, String> systemValues(Instant moment) {
        LocalDateTime now = LocalDateTime.ofInstant(moment, ZoneId.systemDefault());
        return Map.of(Parameters.BIZDATE, DAY.format(now.minusDays(1)), Parameters.CYCTIME, SECOND.format(now));
    }

    /** The values given, and those the system knows by itself when none are given. */
    Map<String, String> values(Map<String, String> given) {
        Map<String, String> values = new HashMap<>(systemValues(clock.instant()));
        values.putAll(given);
        return values;
    }

    private Catalog catalog(RunOrder order) {
        Map<String, String> types =
                sources.list(order.member()).stream().collect(Collectors.toMap(DataSource::name, DataSource::type));
        return new ConnectorCatalog(connectors.all(), types, TransformCheck::problems);
    }

    private static List<StartProblem> errors(List<Problem> problems) {
        return problems.stream()
                .filter(Problem::isError)
                .map(problem -> new StartProblem(
                        problem.code(), problem.said(), problem.place().line()))
                .toList();
    }
}
