package io.sluice.run.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.sluice.engine.verify.VerifyResult.ComparedColumn;
import io.sluice.engine.verify.VerifyResult.Difference;
import io.sluice.engine.verify.VerifyResult.KeyValue;
import io.sluice.engine.verify.VerifyResult.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows that differ as a grid, the source's above the target's, drawn by frontend/difference-grid.js. Key columns come
 * first, then those that differ most.
 */
@Tag("sluice-difference-grid")
@JsModule("context://sluice/difference-grid.js")
final class DifferenceGrid extends Component {
    private static final int MOST_COLUMNS = 60;

    /** Gives some of the rows. */
    interface Rows {
        List<Difference> page(int offset, int limit);
    }

    private final Rows rows;
    private final List<ComparedColumn> columns;
    private final List<Integer> order;

    DifferenceGrid(List<ComparedColumn> columns, Rows rows) {
        this.rows = rows;
        this.columns = columns;
        order = order(columns);
    }

    /** Positions of the columns that are shown, in the order in which they are. */
    private static List<Integer> order(List<ComparedColumn> columns) {
        Comparator<Integer> keysFirst =
                Comparator.comparing(position -> !columns.get(position).key());
        Comparator<Integer> mostFirst =
                Comparator.comparing(position -> -columns.get(position).different());
        return IntStream.range(0, columns.size())
                .boxed()
                .sorted(keysFirst.thenComparing(mostFirst).thenComparing(Comparator.naturalOrder()))
                .limit(MOST_COLUMNS)
                .toList();
    }

    /** How many columns are not shown, which are those that differ least. */
    int hiddenColumns() {
        return columns.size() - order.size();
    }

    /** Shows so many rows from the beginning. */
    void show(long total) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("label", getTranslation("verify.table")).put("total", total);
        ObjectNode words = data.putObject("words");
        words.put("what", getTranslation("verify.what"));
        words.put("side", getTranslation("verify.side"));
        words.put("key", getTranslation("verify.key"));
        words.put("source", getTranslation("verify.side.source"));
        words.put("target", getTranslation("verify.side.target"));
        words.put("empty", getTranslation("dirty.empty-text"));
        words.put("hidden", getTranslation("verify.hidden"));
        words.put("none", getTranslation("verify.values.none"));
        ArrayNode heads = data.putArray("columns");
        for (int position : order) {
            ComparedColumn column = columns.get(position);
            heads.addObject()
                    .put("name", column.name())
                    .put("key", column.key())
                    .put("end", column.number())
                    .put(
                            "different",
                            column.different() == 0 ? "" : getTranslation("verify.in-rows", column.different()));
        }
        getElement().callJsFunction("show", data.toString());
    }

    @ClientCallable
    String page(int offset, int limit) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        rows.page(offset, limit).forEach(one -> add(one, list.addObject()));
        return list.toString();
    }

    private void add(Difference one, ObjectNode node) {
        node.put("kind", one.kind().name()).put("what", VerifyNote.word(one.kind(), this::getTranslation));
        Values values = one.values();
        if (values == null || columns.isEmpty()) {
            node.put(
                    "key",
                    Stream.concat(one.key().stream().map(DifferenceGrid::spelled), one.columns().stream())
                            .collect(Collectors.joining(" · ")));
            return;
        }
        List<Boolean> differing = columns.stream()
                .map(column -> one.columns().contains(column.name()))
                .toList();
        ArrayNode marks = node.putArray("differing");
        order.forEach(position -> marks.add(differing.get(position)));
        side(node, "source", DifferenceCell.row(values.source(), values.target(), differing));
        side(node, "target", DifferenceCell.row(values.target(), values.source(), differing));
    }

    private static String spelled(KeyValue value) {
        return value.column() + " = " + value.value();
    }

    private void side(ObjectNode node, String name, List<DifferenceCell> cells) {
        if (cells.isEmpty()) {
            return;
        }
        ArrayNode side = node.putArray(name);
        List<DifferenceCell> shown = new ArrayList<>();
        order.forEach(position -> shown.add(cells.get(position)));
        for (DifferenceCell cell : shown) {
            side.addArray()
                    .add(cell.before())
                    .add(cell.part())
                    .add(cell.after())
                    .add(cell.hidden());
        }
    }
}
