package io.sluice.connector.jdbc;

import io.sluice.spi.data.Column;
import io.sluice.spi.error.SluiceException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column that is another than when a run was prepared, so that its values would be taken for what they are not.
 *
 * @param now null when there is none in its place
 */
public record ChangedColumn(Column before, @Nullable Column now) {
    /** The first one. @param now in the same order; further columns behind those are not looked at */
    public static Optional<ChangedColumn> first(List<Column> before, List<ResultColumn> now) {
        for (int i = 0; i < before.size(); i++) {
            ChangedColumn one =
                    new ChangedColumn(before.get(i), i < now.size() ? now.get(i).column() : null);
            if (one.isOther()) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** A query that asks for all columns gives another one of the same type when one was added or dropped before it. */
    private boolean isOther() {
        return now == null
                || !before.name().equals(now.name())
                || !before.type().equals(now.type())
                || !before.nativeType().equals(now.nativeType());
    }

    /** @param source what a person calls what is read */
    public SluiceException inSource(String source) {
        return new SluiceException(
                JdbcError.SOURCE_CHANGED,
                "The column %s of %s was %s %s when the run began, now it is %s %s".formatted(words(source)));
    }

    /** What a message says of it: its name, what it is of, and its type before and now, as the server and as we call it. */
    Object[] words(String of) {
        if (now == null) {
            return new Object[] {before.name(), of, before.nativeType(), before.type(), "no", "column"};
        }
        String name = before.name().equals(now.name()) ? "" : now.name() + " ";
        return new Object[] {before.name(), of, before.nativeType(), before.type(), name + now.nativeType(), now.type()
        };
    }
}
