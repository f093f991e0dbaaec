package io.sluice.script;

import io.sluice.spi.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Something the parser met, in offsets.
 *
 * @param fix what would put it right, or null
 */
record SyntaxProblem(
        String code,
        Problem.Level level,
        int start,
        int end,
        Sentence said,
        @Nullable Fix fix) {
    /** Replaces the characters from {@code start} to {@code end} (exclusive). */
    record Fix(Cure cure, int start, int end, String replacement) {}
}
