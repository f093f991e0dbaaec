package io.sluice.cli;

import io.sluice.engine.Failure;
import io.sluice.engine.RunResult;
import io.sluice.engine.RunStatistics;
import io.sluice.script.Problem;
import io.sluice.spi.error.Category;
import java.util.Locale;

/** The result of a run for programs. */
final class ResultLine {
    private static final double MILLIS = 1000;

    private ResultLine() {}

    static String of(RunResult result) {
        Failure failure = result.failure();
        String error = failure == null
                ? "null"
                : error(failure.code().name(), failure.code().category(), failure.message());
        return line(result.outcome().name(), result.statistics(), error);
    }

    /** A job that did not start. */
    static String invalid(Problem problem) {
        String message = problem.place().line() + ":" + problem.place().column() + " " + problem.message();
        return line("INVALID", RunStatistics.ZERO, error(problem.code(), Category.CONFIGURATION, message));
    }

    /** A job that could not even be read. */
    static String invalid(InvalidInput input) {
        return line(
                "INVALID",
                RunStatistics.ZERO,
                error(input.code(), Category.CONFIGURATION, String.valueOf(input.getMessage())));
    }

    private static String error(String code, Category category, String message) {
        return new JsonLine()
                .with("code", code)
                .with("category", category.name())
                .with("message", message)
                .toString();
    }

    private static String line(String state, RunStatistics all, String error) {
        return new JsonLine()
                .with("state", state)
                .with("recordsRead", all.recordsRead())
                .with("recordsWritten", all.recordsWritten())
                .with("recordsDirty", all.recordsDirty())
                .with("recordsFiltered", all.recordsFiltered())
                .with("bytes", all.bytes())
                .withRaw(
                        "seconds",
                        String.format(Locale.ROOT, "%.3f", all.elapsed().toMillis() / MILLIS))
                .withRaw("error", error)
                .toString();
    }
}
