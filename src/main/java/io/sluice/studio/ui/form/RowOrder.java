package io.sluice.studio.ui.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An order of rows that stays while rows come and go: known ones first, new ones behind them in their own order. */
record RowOrder(List<String> ids) {
    static final RowOrder OWN = new RowOrder(List.of());

    RowOrder {
        ids = List.copyOf(ids);
    }

    /** The numbers of these rows in the order in which they are shown. */
    List<Integer> of(List<String> rows) {
        if (ids.isEmpty()) {
            return IntStream.range(0, rows.size()).boxed().toList();
        }
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            places.put(rows.get(i), i);
        }
        List<Integer> order = new ArrayList<>();
        for (String id : ids) {
            Integer place = places.remove(id);
            if (place != null) {
                order.add(place);
            }
        }
        places.values().stream().sorted().forEach(order::add);
        return order;
    }

    /** Sources with a line first, in the order of their targets, so that no lines cross. */
    static RowOrder tidySources(Mapping mapping) {
        return tidy(
                sorted(mapping).map(line -> mapping.sourceOf(line).id()),
                mapping.sources().stream().map(SourceColumn::id));
    }

    /** Targets with a line first. */
    static RowOrder tidyTargets(Mapping mapping) {
        return tidy(
                sorted(mapping).map(line -> mapping.targetOf(line).id()),
                mapping.targets().stream().map(TargetColumn::id));
    }

    private static Stream<Line> sorted(Mapping mapping) {
        return mapping.lines().stream().sorted(Comparator.comparingInt(Line::target));
    }

    private static RowOrder tidy(Stream<String> mapped, Stream<String> all) {
        return new RowOrder(Stream.concat(mapped, all).distinct().toList());
    }
}
