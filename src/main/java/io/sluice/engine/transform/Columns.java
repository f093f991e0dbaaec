package io.sluice.engine.transform;

import io.sluice.spi.config.Nearest;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds and changes columns of a schema. */
final class Columns {
    private Columns() {}

    static SluiceException invalid(String message) {
        return new SluiceException(CommonError.PARAMETER_INVALID, message);
    }

    /** @throws SluiceException PARAMETER_INVALID when there is no such column, or more than one */
    static int find(Schema schema, @Nullable String name, @Nullable Integer index) {
        return name == null ? checked(schema, index == null ? -1 : index) : named(schema, name);
    }

    static int named(Schema schema, String name) {
        int found = position(schema, name);
        if (found < 0) {
            List<String> names = schema.columns().stream().map(Column::name).toList();
            String near = Nearest.of(name, names);
            String hint = near == null ? "; there are " + String.join(", ", names) : "; did you mean '" + near + "'?";
            throw invalid("There is no column '" + name + "'" + hint);
        }
        return found;
    }

    /** -1 when there is none. @throws SluiceException PARAMETER_INVALID when there is more than one */
    static int position(Schema schema, String name) {
        int found = -1;
        for (int column = 0; column < schema.size(); column++) {
            if (schema.column(column).name().equals(name)) {
                if (found >= 0) {
                    throw invalid("There is more than one column '" + name + "'; say which by its number");
                }
                found = column;
            }
        }
        return found;
    }

    private static int checked(Schema schema, int index) {
        if (index < 0 || index >= schema.size()) {
            throw invalid("There is no column number " + index + "; they count from 0 to " + (schema.size() - 1));
        }
        return index;
    }

    /** All columns named, then all counted, as many as are given. */
    static List<Integer> find(Schema schema, List<String> names, List<Integer> indexes) {
        List<Integer> found = new ArrayList<>();
        names.forEach(name -> found.add(named(schema, name)));
        indexes.forEach(index -> found.add(checked(schema, index)));
        return found;
    }

    static Schema with(Schema schema, int index, Column column) {
        List<Column> columns = new ArrayList<>(schema.columns());
        columns.set(index, column);
        return new Schema(columns);
    }

    /** Another type, which no longer is the source's own. */
    static Schema withType(Schema schema, int index, LogicalType type) {
        Column old = schema.column(index);
        return with(schema, index, new Column(old.name(), type, old.nullable(), "", false));
    }

    static Schema and(Schema schema, List<Column> more) {
        List<Column> columns = new ArrayList<>(schema.columns());
        columns.addAll(more);
        return new Schema(columns);
    }

    /** Every column lends its vector to the one at the same place, except {@code index}; as many as {@code size}. */
    static int[] lentExcept(int size, int index) {
        int[] lent = new int[size];
        Arrays.setAll(lent, column -> column == index ? -1 : column);
        return lent;
    }
}
