package io.sluice.studio.ui.form;

import io.sluice.script.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which column of the source goes to which of the target, as a script says it.
 *
 * @param lines in the order of the reader's and the writer's columns
 * @param readerList where the reader names its columns
 * @param writerList where the writer names its columns; the same path as the writer's parameters when it takes any
 */
record Mapping(
        List<SourceColumn> sources,
        List<TargetColumn> targets,
        List<Line> lines,
        ReaderSpelling spelling,
        TargetShape shape,
        Order order,
        Stars stars,
        Path readerList,
        Path writerList) {
    /** Who decides which columns arrive at the target's side. */
    enum Order {
        /** The lines do. */
        FREE,
        /** A query of the reader. */
        QUERY,
        /** Steps between reader and writer that add or drop columns. */
        PROCESSING,
        /** The lines do, by a step that lets chosen columns through. */
        CHOSEN
    }

    /** Where a star stands for all columns. */
    record Stars(boolean reader, boolean writer) {
        boolean any() {
            return reader || writer;
        }
    }

    Mapping {
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
        lines = List.copyOf(lines);
    }

    /** Whether lines can be drawn and removed one by one. */
    boolean free() {
        return order == Order.FREE || order == Order.CHOSEN;
    }

    /** Whether the reader takes values that are no columns of the source. */
    boolean adds() {
        return order == Order.FREE;
    }

    /** Whether lines can be removed, if need be by a step that leaves their columns out. */
    boolean removes() {
        return free() || ColumnStep.possible(sources);
    }

    /** Whether the writer lists its columns in the script, or would with the next line. */
    boolean listsTargets() {
        return shape == TargetShape.TABLE
                || shape == TargetShape.HEADER && targets.stream().anyMatch(target -> target.item() >= 0);
    }

    long count(Line.Fit fit) {
        return lines.stream().filter(line -> line.fit() == fit).count();
    }

    /** Places that can be filled; not the one behind the last. */
    int targetCount() {
        return (int) targets.stream()
                .filter(target -> !target.id().equals(TargetList.NEXT))
                .count();
    }

    /** Columns of both sides without a line. */
    int unmapped() {
        return sources.size() + targetCount() - 2 * lines.size();
    }

    /** Columns of the target that refuse a record without a value, and get none. */
    List<TargetColumn> missing() {
        Set<Integer> reached = new HashSet<>();
        lines.forEach(line -> reached.add(line.target()));
        return IntStream.range(0, targets.size())
                .filter(i -> !reached.contains(i) && targets.get(i).needsValue())
                .mapToObj(targets::get)
                .toList();
    }

    /** The number of the source with this identity; negative when there is none. */
    int source(String id) {
        return index(sources.stream().map(SourceColumn::id).toList(), id);
    }

    /** The number of the target with this identity; negative when there is none. */
    int target(String id) {
        return index(targets.stream().map(TargetColumn::id).toList(), id);
    }

    private static int index(List<String> ids, String id) {
        return ids.indexOf(id);
    }

    /** The number of the line that ends at a target; negative when there is none. */
    int lineAt(int target) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).target() == target) {
                return i;
            }
        }
        return -1;
    }

    /** Sources of lines by target. */
    Map<Integer, Integer> sourcesByTarget() {
        Map<Integer, Integer> found = new HashMap<>();
        lines.forEach(line -> found.put(line.target(), line.source()));
        return found;
    }

    SourceColumn sourceOf(Line line) {
        return Objects.requireNonNull(sources.get(line.source()));
    }

    TargetColumn targetOf(Line line) {
        return Objects.requireNonNull(targets.get(line.target()));
    }

    /**
     * A row of one of the lists.
     *
     * @param id its identity; empty for a list as a whole
     */
    record Place(boolean source, String id) {}

    /** The row whose column stands at a path of the script; empty for paths outside of both lists. */
    Optional<Place> placeOf(Path path) {
        if (path.startsWith(readerList)) {
            int item = item(path, readerList);
            return Optional.of(new Place(
                    true,
                    sources.stream()
                            .filter(row -> row.item() == item && row.inScript())
                            .map(SourceColumn::id)
                            .findFirst()
                            .orElse("")));
        }
        if (shape == TargetShape.ANY || !path.startsWith(writerList)) {
            return Optional.empty();
        }
        int item = item(path, writerList);
        return Optional.of(new Place(
                false,
                targets.stream()
                        .filter(row -> row.item() == item && item >= 0)
                        .map(TargetColumn::id)
                        .findFirst()
                        .orElse("")));
    }

    private static int item(Path path, Path list) {
        int depth = list.steps().size();
        return path.steps().size() > depth && path.steps().get(depth) instanceof Path.Index(int index) ? index : -1;
    }

    /** Where the script names the column of a row; empty when it does not. */
    Optional<Path> pathOf(Place place) {
        int row = place.source() ? source(place.id()) : target(place.id());
        if (row < 0) {
            return Optional.empty();
        }
        int item = place.source() ? sources.get(row).item() : targets.get(row).item();
        return item < 0 ? Optional.empty() : Optional.of((place.source() ? readerList : writerList).child(item));
    }
}
