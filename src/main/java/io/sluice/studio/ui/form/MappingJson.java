package io.sluice.studio.ui.form;

import io.sluice.run.ui.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A mapping as the browser takes it, in an order of rows of its own. */
final class MappingJson {
    private final Mapping mapping;
    private final ReasonWords words;
    private final List<Integer> sourceOrder;
    private final List<Integer> targetOrder;

    /** @param sourceOrder numbers of all sources in the order in which they are shown; so for targets */
    MappingJson(Mapping mapping, Texts texts, List<Integer> sourceOrder, List<Integer> targetOrder) {
        this.mapping = mapping;
        this.words = new ReasonWords(texts);
        this.sourceOrder = sourceOrder;
        this.targetOrder = targetOrder;
    }

    /** @param heads what stands above the lists: name and count, separated by a line end */
    ObjectNode rows(String sourceHead, String targetHead, boolean editable) {
        ObjectNode rows = JsonNodeFactory.instance.objectNode();
        rows.put("sourceHead", sourceHead);
        rows.put("targetHead", targetHead);
        rows.put("editable", editable);
        rows.put("removes", mapping.removes());
        rows.put("adds", mapping.adds());
        rows.put("renames", mapping.shape() == TargetShape.HEADER);
        ArrayNode sources = rows.putArray("sources");
        for (int index : sourceOrder) {
            SourceColumn source = mapping.sources().get(index);
            String flags = (source.key() ? "k" : "") + (source.live() ? "" : "m") + (source.added() ? "a" : "");
            sources.addArray()
                    .add(source.id())
                    .add(Values.oneLine(source.name()))
                    .add(source.typeText())
                    .add(source.kind().name())
                    .add(flags);
        }
        ArrayNode targets = rows.putArray("targets");
        for (int index : targetOrder) {
            TargetColumn target = mapping.targets().get(index);
            String flags = (target.key() ? "k" : "")
                    + (target.live() ? "" : "m")
                    + (target.needsValue() ? "n" : "")
                    + (target.filled() ? "f" : "");
            targets.addArray()
                    .add(target.id())
                    .add(Values.oneLine(target.name()))
                    .add(target.typeText())
                    .add(SourceColumn.Kind.COLUMN.name())
                    .add(flags);
        }
        return rows;
    }

    /**
     * Each line by the number of its target.
     *
     * @param cures what helps, by name, in words for a button
     * @param found what a sample has shown; empty when none was taken
     */
    Map<Integer, ArrayNode> lines(Function<Line, Map<String, String>> cures, Function<Line, String> found) {
        Map<Integer, Integer> sources = inverse(sourceOrder);
        Map<Integer, Integer> targets = inverse(targetOrder);
        Map<Integer, ArrayNode> lines = new HashMap<>();
        for (Line line : mapping.lines()) {
            Integer source = sources.get(line.source());
            Integer target = targets.get(line.target());
            if (source != null && target != null) {
                ArrayNode entry = JsonNodeFactory.instance.arrayNode();
                entry.add(source).add(target).add(line.fit().name()).add(words.of(line.reasons()));
                ObjectNode offered = entry.addObject();
                cures.apply(line).forEach(offered::put);
                lines.put(target, entry.add(found.apply(line)).add(line.through()));
            }
        }
        return lines;
    }

    private static Map<Integer, Integer> inverse(List<Integer> order) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            places.put(order.get(i), i);
        }
        return places;
    }
}
