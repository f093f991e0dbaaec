package io.sluice.studio.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.sluice.engine.preview.Cell;
import io.sluice.script.transform.TypeText;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rows of a sample as a table; drawn in frontend/sample-table.js. */
@Tag("sluice-sample-table")
@JsModule("context://sluice/sample-table.js")
final class SampleTable extends Component {
    private final String label;

    /** @param label what the table is, for those who do not see it */
    SampleTable(String label) {
        this.label = label;
        getElement().getClassList().add("sl-sample");
    }

    /**
     * A row.
     *
     * @param cells null for a row that is not there any more
     * @param changed columns to be marked
     * @param fate {@code filtered} or {@code dirty}; empty for any other row
     * @param cause why it is dirty
     */
    record Row(@Nullable List<Cell> cells, BitSet changed, String fate, String cause) {
        static Row of(List<Cell> cells) {
            return new Row(cells, new BitSet(), "", "");
        }
    }

    void show(List<Column> columns, List<Row> rows) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("label", label);
        data.putObject("words")
                .put("null", getTranslation("sample.null"))
                .put("length", getTranslation("sample.length"))
                .put("filtered", getTranslation("sample.filtered"));
        BitSet changed = new BitSet();
        rows.forEach(row -> changed.or(row.changed()));
        ArrayNode heads = data.putArray("columns");
        for (int index = 0; index < columns.size(); index++) {
            Column column = columns.get(index);
            heads.addObject()
                    .put("name", column.name())
                    .put("type", type(column))
                    .put("right", isNumber(column.type()))
                    .put("changed", changed.get(index));
        }
        ArrayNode lines = data.putArray("rows");
        rows.forEach(row -> add(lines.addObject(), row));
        getElement().callJsFunction("show", data.toString());
    }

    private static void add(ObjectNode line, Row row) {
        line.put("fate", row.fate()).put("cause", row.cause());
        ArrayNode marks = line.putArray("changed");
        row.changed().stream().forEach(marks::add);
        List<Cell> cells = row.cells();
        if (cells != null) {
            ArrayNode values = line.putArray("cells");
            cells.forEach(cell -> add(values, cell));
        }
    }

    private static void add(ArrayNode values, Cell cell) {
        if (cell.text() == null) {
            values.addNull();
        } else if (cell.cut()) {
            values.addArray().add(cell.text()).add(cell.length());
        } else {
            values.add(cell.text());
        }
    }

    private static String type(Column column) {
        return column.nativeType().isEmpty() ? TypeText.of(column.type()) : column.nativeType();
    }

    private static boolean isNumber(LogicalType type) {
        return switch (type) {
            case LogicalType.Int ignored -> true;
            case LogicalType.Real ignored -> true;
            case LogicalType.Decimal ignored -> true;
            case LogicalType.Bool ignored -> false;
            case LogicalType.Text ignored -> false;
            case LogicalType.Binary ignored -> false;
            case LogicalType.Bits ignored -> false;
            case LogicalType.Date ignored -> false;
            case LogicalType.Time ignored -> false;
            case LogicalType.Timestamp ignored -> false;
            case LogicalType.Instant ignored -> false;
            case LogicalType.Interval ignored -> false;
            case LogicalType.Json ignored -> false;
            case LogicalType.Uuid ignored -> false;
        };
    }
}
