package io.sluice.run;

import io.sluice.spi.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a task from being run.
 *
 * @param said what is wrong and what to do, for people
 * @param line line of the task's script, from 1; null when it belongs to none
 */
public record StartProblem(
        String code, Sentence said, @Nullable Integer line) {
    /** In English. */
    public String message() {
        return said.toString();
    }
}
