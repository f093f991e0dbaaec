package io.sluice.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A correction of the column at fault that is made in many records at once. */
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

    /** The values of a record after the correction; empty when it does not concern it. */
    default Optional<List<@Nullable String>> apply(DirtyRow row) {
        int column = row.cause().columnIndex();
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
                });
        return values.equals(row.values()) ? Optional.empty() : Optional.of(values);
    }

    private static @Nullable String start(@Nullable String text, int length) {
        return text == null || text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }
}
