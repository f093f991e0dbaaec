package io.sluice.studio.ui.form;

import io.sluice.spi.data.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds columns by the names that scripts give them: exactly first, then without quotes, then in any letters. */
final class ColumnFinder {
    private final Map<String, Integer> exact = new HashMap<>();
    private final Map<String, Integer> folded = new HashMap<>();

    ColumnFinder(List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            exact.putIfAbsent(columns.get(i).name(), i);
            folded.putIfAbsent(columns.get(i).name().toLowerCase(Locale.ROOT), i);
        }
    }

    /** The number of the column; negative when there is none. */
    int find(String name) {
        Integer found = exact.get(name);
        String plain = SqlText.unquoted(name);
        found = found == null ? exact.get(plain) : found;
        found = found == null ? folded.get(plain.toLowerCase(Locale.ROOT)) : found;
        return found == null ? -1 : found;
    }
}
