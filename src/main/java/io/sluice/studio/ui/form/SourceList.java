package io.sluice.studio.ui.form;

import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the left list: the columns that the source has, then what else the script names, then rows not mapped yet. */
final class SourceList {
    private final ReaderSpelling spelling;
    private final @Nullable List<Column> live;
    private final boolean byName;
    private final ColumnFinder finder;
    private final @Nullable SourceColumn[] places;
    private final List<SourceColumn> others = new ArrayList<>();
    private final Map<String, Integer> alike = new HashMap<>();

    /**
     * @param live null while it is not known what the source has
     * @param byName whether new fields are named, not numbered
     */
    SourceList(ReaderSpelling spelling, @Nullable List<Column> live, boolean byName) {
        boolean own = spelling == ReaderSpelling.GENERATED;
        this.spelling = spelling;
        this.live = own ? null : live;
        this.byName = byName;
        this.finder = new ColumnFinder(this.live == null ? List.of() : this.live);
        this.places = new SourceColumn[this.live == null ? 0 : this.live.size()];
    }

    /** @return the number of the row of each entry, once {@link #rows} is asked */
    int[] take(List<ColumnEntry> entries) {
        int[] taken = new int[entries.size()];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = add(entries.get(i));
        }
        return taken;
    }

    List<SourceColumn> rows() {
        List<SourceColumn> rows = new ArrayList<>();
        List<Column> columns = live == null ? List.of() : live;
        for (int i = 0; i < places.length; i++) {
            SourceColumn named = places[i];
            rows.add(named == null ? column(columns.get(i), -1, item(columns.get(i), i)) : named);
        }
        rows.addAll(others);
        return rows;
    }

    /** How the reader would name all columns of the source. */
    List<ColumnEntry> all() {
        List<ColumnEntry> entries = new ArrayList<>();
        for (int i = 0; live != null && i < live.size(); i++) {
            entries.add(new ColumnEntry(item(live.get(i), i), -1));
        }
        return entries;
    }

    private int add(ColumnEntry entry) {
        int place = place(entry.value());
        if (place < 0 || live == null) {
            others.add(other(entry.value(), entry.item()));
            return places.length + others.size() - 1;
        }
        SourceColumn row = column(live.get(place), entry.item(), entry.value());
        if (places[place] == null) {
            places[place] = row;
            return place;
        }
        others.add(again(row, entry.value()));
        return places.length + others.size() - 1;
    }

    /** The number of the source's column that an item means; negative when it means none. */
    private int place(ConfigValue item) {
        if (item instanceof ConfigValue.Text text) {
            boolean name = spelling != ReaderSpelling.SQL || SqlText.kind(text.value()) == SourceColumn.Kind.COLUMN;
            return name || finder.find(text.value()) >= 0 ? finder.find(text.value()) : -1;
        }
        if (spelling == ReaderSpelling.FIELDS
                && item instanceof ConfigValue.Obj field
                && !field.entries().containsKey("value")) {
            String index = text(field, "index");
            if (index.matches("\\d{1,6}")) {
                return Integer.parseInt(index) < places.length ? Integer.parseInt(index) : -1;
            }
            return finder.find(text(field, "name"));
        }
        return -1;
    }

    private ConfigValue item(Column column, int place) {
        if (spelling != ReaderSpelling.FIELDS) {
            return new ConfigValue.Text(column.name());
        }
        ConfigValue.Obj field = byName
                ? ConfigValue.Obj.EMPTY.with("name", column.name())
                : ConfigValue.Obj.EMPTY.with("index", new ConfigValue.Num(place));
        return field.with("type", ReaderSpelling.fieldType(column.type()));
    }

    private SourceColumn column(Column column, int number, ConfigValue item) {
        boolean read = spelling == ReaderSpelling.FIELDS && number >= 0;
        String readAs = item instanceof ConfigValue.Obj field ? text(field, "type") : "";
        return new SourceColumn(
                "column:" + column.name(),
                SourceColumn.Kind.COLUMN,
                column.name(),
                read ? (readAs.isEmpty() ? "string" : readAs) : TypeWords.of(column),
                read ? ReaderSpelling.typeOf(readAs) : column.type(),
                column.key(),
                column.nullable() && !column.key(),
                true,
                number,
                item);
    }

    private SourceColumn again(SourceColumn row, ConfigValue item) {
        return new SourceColumn(
                id(item),
                row.kind(),
                row.name(),
                row.typeText(),
                row.type(),
                row.key(),
                row.mayBeNull(),
                true,
                row.item(),
                item);
    }

    private SourceColumn other(ConfigValue item, int number) {
        return switch (spelling) {
            case SQL -> expression(item, number);
            case FIELDS -> field(item, number);
            case GENERATED -> generated(item, number);
        };
    }

    private SourceColumn expression(ConfigValue item, int number) {
        String text = item instanceof ConfigValue.Text(String value) ? value : Values.brief(item);
        SourceColumn.Kind kind = SqlText.kind(text);
        LogicalType type = kind == SourceColumn.Kind.CONSTANT ? SqlText.type(text) : null;
        boolean constant = kind == SourceColumn.Kind.CONSTANT && !text.strip().equalsIgnoreCase("null");
        String name = kind == SourceColumn.Kind.COLUMN ? SqlText.unquoted(text) : text;
        return row(item, new Nature(kind, type, !constant), name, number);
    }

    private SourceColumn field(ConfigValue item, int number) {
        if (!(item instanceof ConfigValue.Obj field)) {
            Nature text = new Nature(SourceColumn.Kind.COLUMN, LogicalType.Text.UNBOUNDED, true);
            return row(item, text, Values.brief(item), number);
        }
        LogicalType type = ReaderSpelling.typeOf(text(field, "type"));
        if (field.entries().containsKey("value")) {
            String value = text(field, "value");
            boolean parameter = value.matches("\\$\\{[^}]+}");
            SourceColumn.Kind kind = parameter ? SourceColumn.Kind.PARAMETER : SourceColumn.Kind.CONSTANT;
            return row(item, new Nature(kind, type, false), parameter ? value : "'" + value + "'", number);
        }
        String index = text(field, "index");
        String name = index.isEmpty() ? text(field, "name") : "#" + index;
        return row(item, new Nature(SourceColumn.Kind.COLUMN, type, true), name, number);
    }

    private SourceColumn generated(ConfigValue item, int number) {
        ConfigValue.Obj column = item instanceof ConfigValue.Obj object ? object : ConfigValue.Obj.EMPTY;
        String name = text(column, "name");
        String value = text(column, "value");
        String random = text(column, "random");
        String what = !value.isEmpty() ? "'" + value + "'" : random.isEmpty() ? "" : "random " + random;
        String shown = name.isEmpty()
                ? what.isEmpty() ? Values.brief(item) : what
                : what.isEmpty() ? name : name + " = " + what;
        LogicalType type = ReaderSpelling.typeOf(text(column, "type"));
        return row(item, new Nature(SourceColumn.Kind.GENERATED, type, false), shown, number);
    }

    /** What an item of the list is. */
    private record Nature(SourceColumn.Kind kind, @Nullable LogicalType type, boolean mayBeNull) {}

    private SourceColumn row(ConfigValue item, Nature nature, String name, int number) {
        SourceColumn.Kind kind = nature.kind();
        LogicalType type = nature.type();
        boolean missing = kind == SourceColumn.Kind.COLUMN && live != null;
        String words = spelling == ReaderSpelling.SQL
                ? type == null ? "" : TypeWords.of(type)
                : item instanceof ConfigValue.Obj object
                                && !text(object, "type").isEmpty()
                        ? text(object, "type")
                        : "string";
        return new SourceColumn(id(item), kind, name, words, type, false, nature.mayBeNull(), !missing, number, item);
    }

    private String id(ConfigValue item) {
        String text = Values.brief(item);
        int before = alike.merge(text, 1, Integer::sum);
        return SourceColumn.ADDED + text + "#" + before;
    }

    private static String text(ConfigValue.Obj object, String name) {
        return object.find(name)
                .filter(value -> !(value instanceof ConfigValue.Null))
                .map(Values::brief)
                .orElse("");
    }
}
