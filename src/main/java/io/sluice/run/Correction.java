package io.sluice.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A correction of one column that is made in many records at once. */
public sealed interface Correction {
    /** The same value in all of them; null for NULL. */
    record Value(@Nullable String value) implements Correction {}

    /** The first characters (code points). */
    record Cut(int length) implements Correction {
        public Cut {
            if (length < 0) {
                throw new IllegalArgumentException("A length is not negative");
            }
        }
    }

    /** Without white space at both ends. */
    record Trim() implements Correction {}

    /** What is proposed for each record, where something is: see {@link ProposedFix}. */
    record Proposed() implements Correction {}

    /** Another text wherever a text stands. */
    record Replace(String text, String by) implements Correction {
        public Replace {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("The text to replace is not empty");
            }
        }
    }

    /**
     * The values of an open record after the correction; empty when it changes nothing.
     *
     * @param column the column to correct, from 0
     */
    default Optional<List<@Nullable String>> apply(DirtyRow row, int column) {
        List<@Nullable String> values = new ArrayList<>(row.values());
        if (row.state() != DirtyState.OPEN || column < 0 || column >= values.size()) {
            return Optional.empty();
        }
        String before = values.get(column);
        if (before == null && !(this instanceof Value)) {
            return Optional.empty();
        }
        values.set(
                column,
                switch (this) {
                    case Value same -> same.value();
                    case Cut cut -> start(before, cut.length());
                    case Trim ignored -> before == null ? null : before.strip();
                    case Proposed ignored ->
                        ProposedFix.of(row)
                                .filter(fix -> fix.column() == column)
                                .map(ProposedFix::value)
                                .orElse(before);
                    case Replace replace -> before == null ? null : before.replace(replace.text(), replace.by());
                });
        return values.equals(row.values()) ? Optional.empty() : Optional.of(values);
    }

    private static @Nullable String start(@Nullable String text, int length) {
        return text == null || text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }
}
