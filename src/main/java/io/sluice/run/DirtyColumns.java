package io.sluice.run;

import io.sluice.spi.data.Column;
import io.sluice.spi.data.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a run's dirty records as one table: records of several shapes share columns by position where they can, else
 * by name. A record with more values than columns has the others behind them.
 */
public final class DirtyColumns {
    private final List<Column> columns = new ArrayList<>();
    private final Map<Schema, int[]> places = new HashMap<>();

    /** @param shapes the columns that records may have */
    public DirtyColumns(List<Schema> shapes) {
        Schema first = shapes.isEmpty() ? Schema.of() : shapes.getFirst();
        if (shapes.stream().allMatch(shape -> matches(first, shape))) {
            byPosition(shapes);
        } else {
            byName(shapes);
        }
    }

    /** Whether columns belong together by their position: none has a name that stands elsewhere in the other shape. */
    private static boolean matches(Schema one, Schema other) {
        if (one.size() != other.size()) {
            return false;
        }
        List<String> names = one.columns().stream().map(Column::name).toList();
        for (int column = 0; column < other.size(); column++) {
            int known = names.indexOf(other.column(column).name());
            if (known >= 0 && known != column && !names.get(column).equals(names.get(known))) {
                return false;
            }
        }
        return true;
    }

    /** The names are those of the last shape, which is the one closest to the target. */
    private void byPosition(List<Schema> shapes) {
        if (!shapes.isEmpty()) {
            columns.addAll(shapes.getLast().columns());
        }
        for (Schema shape : shapes) {
            places.put(shape, IntStream.range(0, shape.size()).toArray());
        }
    }

    private void byName(List<Schema> shapes) {
        List<Key> keys = new ArrayList<>();
        for (Schema shape : shapes) {
            int[] place = new int[shape.size()];
            Map<String, Integer> seen = new HashMap<>();
            for (int column = 0; column < shape.size(); column++) {
                Column one = shape.column(column);
                Key key = new Key(one.name(), seen.merge(one.name(), 1, Integer::sum));
                if (!keys.contains(key)) {
                    keys.add(key);
                    columns.add(one);
                }
                place[column] = keys.indexOf(key);
            }
            places.put(shape, place);
        }
    }

    /** A name that stands several times in a schema is a column each time. */
    private record Key(String name, int occurrence) {}

    /** Where in the table a column of a shape stands; -1 for none. */
    public int column(Schema shape, int index) {
        int[] place = places.get(shape);
        return place == null || index < 0 || index >= place.length ? -1 : place[index];
    }

    public List<Column> columns() {
        return List.copyOf(columns);
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** Which value of a record stands in a column of the table; -1 for none. */
    public int index(DirtyRow row, int column) {
        int index = place(row, column);
        return index < row.values().size() ? index : -1;
    }

    /** As {@link #index}, but of a value that the record may lack; -1 when its shape has no such column. */
    public int place(DirtyRow row, int column) {
        int[] place = places.get(row.columns());
        for (int index = 0; place != null && index < place.length; index++) {
            if (place[index] == column) {
                return index;
            }
        }
        return -1;
    }

    /** The value of a record in a column of the table; null for NULL and for none. */
    public @Nullable String value(DirtyRow row, int column) {
        int index = index(row, column);
        return index < 0 ? null : row.values().get(index);
    }
}
