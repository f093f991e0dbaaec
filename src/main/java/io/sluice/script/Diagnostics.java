package io.sluice.script;

import io.sluice.script.Problem.Level;
import io.sluice.script.SyntaxProblem.Fix;
import io.sluice.spi.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what the parser meets. Only the first error counts, because what follows a broken place is guesswork, and
 * the number of remarks is limited so that a pasted novel costs no memory.
 */
final class Diagnostics {
    private static final int LIMIT = 500;

    private final List<SyntaxProblem> problems = new ArrayList<>();
    private boolean broken;

    void error(int start, int end, Sentence message) {
        if (!broken) {
            problems.add(new SyntaxProblem("S001", Level.ERROR, start, end, message, null));
        }
        broken = true;
    }

    void error(Sentence message, Fix fix) {
        if (!broken) {
            problems.add(new SyntaxProblem("S001", Level.ERROR, fix.start(), fix.end(), message, fix));
        }
        broken = true;
    }

    void warn(String code, int start, int end, Sentence message, Fix fix) {
        if (problems.size() < LIMIT) {
            problems.add(new SyntaxProblem(code, Level.WARNING, start, end, message, fix));
        }
    }

    void warn(String code, int start, int end, Sentence message) {
        if (problems.size() < LIMIT) {
            problems.add(new SyntaxProblem(code, Level.WARNING, start, end, message, null));
        }
    }

    void hint(String code, int start, int end, Sentence message) {
        if (problems.size() < LIMIT) {
            problems.add(new SyntaxProblem(code, Level.HINT, start, end, message, null));
        }
    }

    boolean broken() {
        return broken;
    }

    List<SyntaxProblem> problems() {
        return List.copyOf(problems);
    }
}
