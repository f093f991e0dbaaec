package io.sluice.run.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.sluice.engine.ShownValue;
import io.sluice.run.DirtyColumns;
import io.sluice.run.DirtyRow;
import io.sluice.run.DirtyState;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.ui.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Dirty records as a grid whose cells can be corrected, drawn by frontend/dirty-grid.js. */
@Tag("sluice-dirty-grid")
@JsModule("context://sluice/dirty-grid.js")
final class DirtyGrid extends Component {
    /** A cell shows no more than that anyway; who edits it is given all of it. */
    private static final int LONGEST_SHOWN = 300;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Where the records come from and what is done with them. */
    interface Records {
        List<DirtyRow> page(int offset, int limit);

        /** The sequences of all records that are shown, in order. */
        List<Long> all();

        @Nullable
        DirtyRow find(long sequence);

        /** Sets a value. @param index of the value in the record @return the record as it is now; null when it is gone */
        @Nullable
        DirtyRow correct(long sequence, long revision, int index, @Nullable String value);

        void selected(List<Long> sequences);

        void focused(long sequence);
    }

    private final Records records;
    private DirtyColumns columns = new DirtyColumns(List.of());

    DirtyGrid(Records records) {
        this.records = records;
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        Map.ofEntries(
                        Map.entry("grid", getTranslation("dirty.grid")),
                        Map.entry("all", getTranslation("dirty.select-all")),
                        Map.entry("select", getTranslation("dirty.select")),
                        Map.entry("setNull", getTranslation("dirty.set-null")),
                        Map.entry("empty", getTranslation("dirty.empty-text")),
                        Map.entry("missing", getTranslation("dirty.missing")),
                        Map.entry("cut", getTranslation("dirty.cut")),
                        Map.entry("corrected", getTranslation("dirty.corrected")),
                        Map.entry("fault", getTranslation("dirty.fault")),
                        Map.entry("state", getTranslation("dirty.state")),
                        Map.entry("hint", getTranslation("dirty.keys")))
                .forEach(labels::put);
        getElement().callJsFunction("setLabels", labels);
    }

    /** Shows so many records anew. @param editable whether values can be corrected */
    void reset(DirtyColumns shown, long total, boolean editable) {
        columns = shown;
        ArrayNode heads = JsonNodeFactory.instance.arrayNode();
        for (Column column : shown.columns()) {
            heads.addObject()
                    .put("name", column.name())
                    .put("type", column.nativeType())
                    .put("end", isNumber(column.type()));
        }
        getElement().callJsFunction("reset", heads.toString(), (double) total, editable);
    }

    /** Fetches what is shown again and keeps place and selection. */
    void refresh(long total, boolean editable) {
        getElement().callJsFunction("refresh", (double) total, editable);
    }

    private static boolean isNumber(LogicalType type) {
        return type instanceof LogicalType.Int
                || type instanceof LogicalType.Decimal
                || type instanceof LogicalType.Real;
    }

    @ClientCallable
    String page(int offset, int limit) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        records.page(offset, limit).forEach(row -> list.add(json(row)));
        return list.toString();
    }

    @ClientCallable
    String all() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        records.all().forEach(list::add);
        return list.toString();
    }

    /** @param edit {@code {"sequence", "revision", "index", "value"}}; a value of null is NULL */
    @ClientCallable
    String correct(String edit) {
        JsonNode wish = JSON.readTree(edit);
        JsonNode value = wish.get("value");
        DirtyRow now = records.correct(
                wish.get("sequence").asLong(),
                wish.get("revision").asLong(),
                wish.get("index").asInt(),
                value == null || value.isNull() ? null : value.asString());
        return now == null ? "" : json(now).toString();
    }

    /** A value in full; empty for one that is not there any more. */
    @ClientCallable
    String value(String sequence, int index) {
        DirtyRow row = records.find(Long.parseLong(sequence));
        String value = row == null || index < 0 || index >= row.values().size()
                ? null
                : row.values().get(index);
        return value == null ? "" : value;
    }

    @ClientCallable
    void selected(String sequences) {
        List<Long> chosen = new ArrayList<>();
        JSON.readTree(sequences).forEach(one -> chosen.add(one.asLong()));
        records.selected(chosen);
    }

    @ClientCallable
    void focused(String sequence) {
        records.focused(Long.parseLong(sequence));
    }

    private ObjectNode json(DirtyRow row) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("sequence", row.sequence())
                .put("revision", row.revision())
                .put("open", row.state() == DirtyState.OPEN)
                .put("state", DirtyWords.state(row, this::getTranslation))
                .put("tone", DirtyWords.tone(row))
                .put("message", Sentences.translated(row.cause().message()));
        ArrayNode cells = node.putArray("cells");
        for (int column = 0; column < columns.columns().size(); column++) {
            cell(row, columns.index(row, column), columns.place(row, column), cells.addObject());
        }
        return node;
    }

    /** @param index of the value in the record, -1 when it has none @param place the index it would have */
    private static void cell(DirtyRow row, int index, int place, ObjectNode cell) {
        cell.put("index", place);
        if (place >= 0 && place == row.cause().columnIndex()) {
            cell.put("fault", true);
        }
        if (index < 0) {
            cell.put(place < 0 ? "none" : "missing", true);
            return;
        }
        String value = row.values().get(index);
        if (value == null) {
            cell.putNull("value");
        } else {
            cell.put("value", value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) : value);
            String shown = index < row.columns().size()
                    ? ShownValue.of(value, row.columns().column(index).type())
                    : value;
            if (!shown.equals(value)) {
                cell.put("shown", shown);
            }
            if (value.length() > LONGEST_SHOWN) {
                cell.put("length", value.codePointCount(0, value.length()));
            }
        }
        if (row.isCorrected(index)) {
            cell.put("corrected", true);
        }
        if (row.isCut(index)) {
            cell.put("cut", true);
        }
    }
}
