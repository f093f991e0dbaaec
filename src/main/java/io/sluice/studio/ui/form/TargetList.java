package io.sluice.studio.ui.form;

import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the right list: the columns of the table and what else the script names, or the places of a row. */
final class TargetList {
    private final List<TargetColumn> rows = new ArrayList<>();
    private int[] taken = new int[0];

    /** The place behind the last one, where a line adds a column. */
    static final String NEXT = "next";

    private TargetList() {}

    List<TargetColumn> rows() {
        return rows;
    }

    /** The number of the row of each entry. */
    int[] taken() {
        return taken;
    }

    /** @param live null while it is not known what the table has */
    static TargetList table(List<ColumnEntry> entries, @Nullable List<Column> live) {
        List<Column> columns = live == null ? List.of() : live;
        ColumnFinder finder = new ColumnFinder(columns);
        @Nullable TargetColumn[] places = new TargetColumn[columns.size()];
        TargetList list = new TargetList();
        list.taken = new int[entries.size()];
        List<TargetColumn> others = new ArrayList<>();
        Map<String, Integer> alike = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            ColumnEntry entry = entries.get(i);
            int place = finder.find(Values.brief(entry.value()));
            if (place >= 0 && places[place] == null) {
                places[place] = column(columns.get(place), entry.item(), entry.value());
                list.taken[i] = place;
            } else {
                int number = alike.merge(Values.brief(entry.value()), 1, Integer::sum);
                others.add(other(entry, number, live == null || place >= 0));
                list.taken[i] = places.length + others.size() - 1;
            }
        }
        for (int i = 0; i < places.length; i++) {
            TargetColumn named = places[i];
            Column column = columns.get(i);
            list.rows.add(named == null ? column(column, -1, new ConfigValue.Text(column.name())) : named);
        }
        list.rows.addAll(others);
        return list;
    }

    private static TargetColumn other(ColumnEntry entry, int number, boolean live) {
        String name = Values.brief(entry.value());
        return new TargetColumn(
                "item:" + name + "#" + number,
                SqlText.unquoted(name),
                "",
                null,
                false,
                true,
                false,
                live,
                entry.item(),
                entry.value());
    }

    private static TargetColumn column(Column column, int item, ConfigValue value) {
        return new TargetColumn(
                "column:" + column.name(),
                column.name(),
                TypeWords.of(column),
                column.type(),
                column.key(),
                column.nullable(),
                column.filled(),
                true,
                item,
                value);
    }

    /** One place for each name, and for each row that comes without one; the last takes a further column. */
    static TargetList places(List<ColumnEntry> header, List<String> arriving) {
        TargetList list = new TargetList();
        int count = Math.max(header.size(), arriving.size());
        list.taken = IntStream.range(0, count).toArray();
        for (int i = 0; i < count; i++) {
            ConfigValue name = i < header.size() ? header.get(i).value() : new ConfigValue.Text(arriving.get(i));
            int item = i < header.size() ? header.get(i).item() : -1;
            list.rows.add(place("place:" + i, Values.brief(name), item, name));
        }
        list.rows.add(place(NEXT, "", -1, new ConfigValue.Text("")));
        return list;
    }

    private static TargetColumn place(String id, String name, int item, ConfigValue value) {
        return new TargetColumn(id, name, "", null, false, true, false, true, item, value);
    }
}
