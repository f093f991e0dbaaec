package io.sluice.cli;

import io.sluice.engine.Connectors;
import io.sluice.engine.JobFactory;
import io.sluice.engine.JobFactory.Prepared;
import io.sluice.script.Parameters;
import io.sluice.script.Place;
import io.sluice.script.Problem;
import io.sluice.script.Problem.Level;
import io.sluice.script.ScriptDocument;
import io.sluice.script.SyncTask;
import io.sluice.spi.FileRoots;
import io.sluice.spi.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A job file with its parameters filled in, and what is wrong with it.
 *
 * @param prepared null when the script is not even a task
 */
record LoadedJob(List<Problem> problems, @Nullable Prepared prepared) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    static LoadedJob load(Path file, Map<String, String> parameters, @Nullable Path sourceFile)
            throws IOException, InvalidInput {
        SourceFile sources = SourceFile.read(sourceFile);
        Connectors connectors = Connectors.load();
        ScriptDocument script =
                NativeJob.read(JobFile.read(file), connectors, sources).document();
        ScriptDocument filled = script.readable() ? Parameters.apply(script, values(parameters)) : script;
        List<Problem> problems = new ArrayList<>(filled.problems(new JobCatalog(connectors, sources.types())));
        problems.removeIf(problem -> problem.code().equals("S050"));
        missing(filled, problems);
        Prepared prepared = SyncTask.of(filled)
                .map(new JobFactory(connectors, sources, FileRoots.unrestricted())::prepare)
                .orElse(null);
        if (prepared instanceof Prepared.Invalid invalid) {
            addUnlessKnown(filled, invalid, problems);
        }
        return new LoadedJob(problems, prepared);
    }

    private static Map<String, String> values(Map<String, String> given) {
        Map<String, String> values = new HashMap<>();
        LocalDateTime now = LocalDateTime.now(java.time.ZoneId.systemDefault());
        values.put(Parameters.BIZDATE, DAY.format(now.minusDays(1)));
        values.put(Parameters.CYCTIME, SECOND.format(now));
        values.putAll(given);
        return values;
    }

    private static void missing(ScriptDocument script, List<Problem> problems) {
        for (Parameters.Use use : script.readable() ? Parameters.uses(script) : List.<Parameters.Use>of()) {
            problems.add(new Problem(
                    "S050",
                    Level.ERROR,
                    use.path(),
                    use.place(),
                    Sentence.of("Parameter '{0}' has no value; give it with -p {0}=…", use.name()),
                    Optional.empty()));
        }
    }

    /** Validation has found most errors already and says more about them. */
    private static void addUnlessKnown(ScriptDocument script, Prepared.Invalid invalid, List<Problem> problems) {
        if (problems.stream().anyMatch(Problem::isError)) {
            return;
        }
        for (JobFactory.JobProblem problem : invalid.problems()) {
            Place place = script.place(problem.path());
            problems.add(
                    new Problem(problem.code(), Level.ERROR, problem.path(), place, problem.said(), Optional.empty()));
        }
    }

    boolean runnable() {
        return problems.stream().noneMatch(Problem::isError);
    }
}
