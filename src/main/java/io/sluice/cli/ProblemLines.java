package io.sluice.cli;

import io.sluice.script.Problem;
import java.util.Locale;

/** Problems of a job, for people and for programs. */
final class ProblemLines {
    private ProblemLines() {}

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
