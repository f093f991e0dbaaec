package io.sluice.connector.jdbc;

import io.sluice.spi.data.Column;
import java.util.List;
import java.util.Optional;

/** A column that has another type than when a run was prepared, so that its values would be taken for what they are not. */
public record ChangedColumn(Column before, Column now) {
    /** The first one. @param now in the same order; further columns behind those are not looked at */
    public static Optional<ChangedColumn> first(List<Column> before, List<ResultColumn> now) {
        for (int i = 0; i < before.size(); i++) {
            ChangedColumn one = new ChangedColumn(before.get(i), now.get(i).column());
            if (one.isOther()) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private boolean isOther() {
        return !before.type().equals(now.type()) || !before.nativeType().equals(now.nativeType());
    }

    /** What a message says of it: its name, what it is of, and its type before and now, as the server and as we call it. */
    public Object[] words(String of) {
        return new Object[] {before.name(), of, before.nativeType(), before.type(), now.nativeType(), now.type()};
    }
}
