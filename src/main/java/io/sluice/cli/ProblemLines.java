package io.sluice.cli;

import io.sluice.script.Problem;
import java.io.PrintWriter;
import java.util.Locale;

/** Problems of a job, for people and for programs. */
final class ProblemLines {
    private ProblemLines() {}

    /** What somebody has to know who has the job carried out: everything but hints. */
    static void report(LoadedJob loaded, PrintWriter err) {
        loaded.problems().stream()
                .filter(problem -> problem.level() != Problem.Level.HINT)
                .forEach(problem -> err.println(text(problem)));
        err.flush();
    }

    static String text(Problem problem) {
        return problem.place().line() + ":" + problem.place().column() + " "
                + problem.level().name().toLowerCase(Locale.ROOT) + " " + problem.code() + " "
                + (problem.path().isRoot() ? "" : problem.path() + ": ") + problem.message();
    }

    static String json(Problem problem) {
        return new JsonLine()
                .with("code", problem.code())
                .with("level", problem.level().name().toLowerCase(Locale.ROOT))
                .with("path", problem.path().toString())
                .with("line", problem.place().line())
                .with("column", problem.place().column())
                .with("message", problem.message())
                .toString();
    }
}
