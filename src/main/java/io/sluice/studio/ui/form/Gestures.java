package io.sluice.studio.ui.form;

import io.sluice.script.ListItem;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What gestures change in a script. Afterwards reader and writer name the mapped pairs only, in equal number; items that
 * stay keep their spelling, their comments and their order, and new ones come where the target's order wants them.
 */
final class Gestures {
    private final Mapping mapping;

    Gestures(Mapping mapping) {
        this.mapping = mapping;
    }

    /** Both ends of a line, by their numbers in the lists. */
    private record Pair(int source, int target) {}

    /** The script after a gesture; the same one when there is nothing to do, or the rows are not there any more. */
    ScriptDocument apply(Gesture gesture, ScriptDocument document) {
        return switch (gesture) {
            case Gesture.Connect(String source, String target) -> connect(source, target, document);
            case Gesture.Disconnect(String target) -> free(without(mapping.target(target)), document);
            case Gesture.ByName() -> replace(byName(), document);
            case Gesture.ByRow() -> replace(byRow(), document);
            case Gesture.Clear() -> free(List.of(), document);
            case Gesture.Tidy() -> free(sorted(pairs()), document);
            case Gesture.ListColumns() -> listed(document);
            case Gesture.Assign(ConfigValue value, String target) -> assign(value, target, document);
            case Gesture.Change(String source, ConfigValue value) -> change(source, value, document);
            case Gesture.Keep(List<String> fields) -> free(kept(fields), document);
            case Gesture.Rename(String target, String name) -> rename(target, name, document);
        };
    }

    /**
     * As {@link #apply}; a line that neither the reader nor a step can do without goes by a step that leaves its column
     * out.
     */
    static ScriptDocument apply(MappingContext context, Gesture gesture, ScriptDocument document) {
        Optional<Mapping> known = context.mapping(document);
        if (known.isEmpty()) {
            return document;
        }
        if (!leavesOut(known.get(), gesture)) {
            return new Gestures(known.get()).apply(gesture, document);
        }
        ScriptDocument chosen = ColumnStep.add(document, known.get().sources());
        return context.mapping(chosen)
                .map(free -> new Gestures(free).apply(gesture, chosen))
                .orElse(document);
    }

    private static boolean leavesOut(Mapping mapping, Gesture gesture) {
        boolean removal = switch (gesture) {
            case Gesture.Disconnect(String target) -> mapping.lineAt(mapping.target(target)) >= 0;
            case Gesture.Clear() -> !mapping.lines().isEmpty();
            case Gesture.Connect ignored -> false;
            case Gesture.ByName ignored -> false;
            case Gesture.ByRow ignored -> false;
            case Gesture.Tidy ignored -> false;
            case Gesture.ListColumns ignored -> false;
            case Gesture.Assign ignored -> false;
            case Gesture.Change ignored -> false;
            case Gesture.Keep ignored -> false;
            case Gesture.Rename ignored -> false;
        };
        return removal && !mapping.free() && mapping.removes();
    }

    private List<Pair> pairs() {
        return mapping.lines().stream()
                .map(line -> new Pair(line.source(), line.target()))
                .toList();
    }

    private List<Pair> without(int target) {
        return pairs().stream().filter(pair -> pair.target() != target).toList();
    }

    private List<Pair> kept(List<String> fields) {
        Set<String> wanted = Set.copyOf(fields);
        return pairs().stream()
                .filter(pair -> wanted.contains(
                        Values.brief(mapping.sources().get(pair.source()).value())))
                .toList();
    }

    private ScriptDocument free(List<Pair> pairs, ScriptDocument document) {
        return mapping.free() && !pairs.equals(pairs()) ? write(pairs, document) : document;
    }

    /** Only once it is known what the stars stand for; else columns would be lost. */
    private ScriptDocument listed(ScriptDocument document) {
        boolean known = !mapping.lines().isEmpty()
                && mapping.lines().stream()
                        .noneMatch(line -> isStar(mapping.sourceOf(line).value())
                                || isStar(mapping.targetOf(line).value()));
        return mapping.stars().any() && known ? write(pairs(), document) : document;
    }

    private static boolean isStar(ConfigValue value) {
        return Values.brief(value).strip().equals("*");
    }

    private ScriptDocument replace(List<Pair> wanted, ScriptDocument document) {
        if (!mapping.free()) {
            return retarget(wanted, document);
        }
        return wanted.equals(pairs()) ? document : write(wanted, document);
    }

    private ScriptDocument connect(String sourceId, String targetId, ScriptDocument document) {
        int source = mapping.source(sourceId);
        int target = mapping.target(targetId);
        if (source < 0 || target < 0 || pairs().contains(new Pair(source, target))) {
            return document;
        }
        if (!mapping.free()) {
            return swap(source, target, document);
        }
        return write(connected(pairs(), source, target), document);
    }

    /** Takes over the place of the line that ended at the target, else the one that the target's order wants. */
    private List<Pair> connected(List<Pair> pairs, int source, int target) {
        List<Pair> next = new ArrayList<>();
        boolean placed = false;
        for (Pair pair : pairs) {
            if (pair.target() == target) {
                next.add(new Pair(source, target));
                placed = true;
            } else if (pair.source() != source) {
                next.add(pair);
            }
        }
        if (!placed) {
            int place = 0;
            while (place < next.size() && next.get(place).target() < target) {
                place++;
            }
            next.add(place, new Pair(source, target));
        }
        return next;
    }

    private static List<Pair> sorted(List<Pair> pairs) {
        return pairs.stream().sorted(Comparator.comparingInt(Pair::target)).toList();
    }

    private List<Pair> byName() {
        if (mapping.shape() != TargetShape.TABLE && !mapping.listsTargets()) {
            return byRow();
        }
        Map<Integer, Integer> sourceByTarget = new TreeMap<>();
        match(Function.identity(), sourceByTarget);
        match(name -> name.toLowerCase(Locale.ROOT), sourceByTarget);
        return sourceByTarget.entrySet().stream()
                .map(entry -> new Pair(entry.getValue(), entry.getKey()))
                .toList();
    }

    private void match(Function<String, String> spelling, Map<Integer, Integer> sourceByTarget) {
        Set<Integer> used = Set.copyOf(sourceByTarget.values());
        Map<String, Integer> sources = new HashMap<>();
        for (int i = 0; i < mapping.sources().size(); i++) {
            SourceColumn source = mapping.sources().get(i);
            if (source.kind() == SourceColumn.Kind.COLUMN && !used.contains(i)) {
                sources.putIfAbsent(spelling.apply(source.name()), i);
            }
        }
        for (int i = 0; i < mapping.targets().size(); i++) {
            TargetColumn target = mapping.targets().get(i);
            Integer source = sourceByTarget.containsKey(i) || target.id().equals(TargetList.NEXT)
                    ? null
                    : sources.remove(spelling.apply(target.name()));
            if (source != null) {
                sourceByTarget.put(i, source);
            }
        }
    }

    private List<Pair> byRow() {
        boolean listed = mapping.listsTargets();
        int count = listed
                ? Math.min(mapping.sources().size(), mapping.targetCount())
                : mapping.sources().size();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pairs.add(new Pair(i, listed ? i : Math.min(i, mapping.targetCount())));
        }
        return pairs;
    }

    /** Where the reader's columns are given, the targets change their places only. */
    private ScriptDocument swap(int source, int target, ScriptDocument document) {
        List<Integer> targets =
                new ArrayList<>(mapping.lines().stream().map(Line::target).toList());
        int place = places().getOrDefault(source, -1);
        if (place < 0 || !mapping.listsTargets()) {
            return document;
        }
        int other = targets.indexOf(target);
        if (other >= 0) {
            targets.set(other, targets.get(place));
        }
        targets.set(place, target);
        return writeTargets(targets, document);
    }

    private ScriptDocument retarget(List<Pair> wanted, ScriptDocument document) {
        if (!mapping.listsTargets()) {
            return document;
        }
        Map<Integer, Integer> targetBySource = wanted.stream()
                .filter(pair -> pair.target() < mapping.targetCount())
                .collect(Collectors.toMap(Pair::source, Pair::target));
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < mapping.targetCount(); i++) {
            if (!targetBySource.containsValue(i)) {
                open.add(i);
            }
        }
        List<Integer> targets = new ArrayList<>();
        for (int source = 0; source < mapping.sources().size(); source++) {
            Integer target = targetBySource.get(source);
            if (target == null && open.isEmpty()) {
                return document;
            }
            targets.add(target == null ? open.removeFirst() : target);
        }
        return writeTargets(targets, document);
    }

    private Map<Integer, Integer> places() {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < mapping.lines().size(); i++) {
            places.put(mapping.lines().get(i).source(), i);
        }
        return places;
    }

    private ScriptDocument assign(ConfigValue value, String targetId, ScriptDocument document) {
        int target = mapping.target(targetId);
        if (target < 0 || !mapping.adds()) {
            return document;
        }
        int source = mapping.sources().size();
        return write(connected(pairs(), source, target), value, document);
    }

    private ScriptDocument change(String sourceId, ConfigValue value, ScriptDocument document) {
        int source = mapping.source(sourceId);
        int item = source < 0 ? -1 : mapping.sources().get(source).item();
        if (item < 0) {
            return document;
        }
        boolean list = document.read(mapping.readerList()).orElseThrow() instanceof ConfigValue.Array;
        return ListEdits.put(document, list ? mapping.readerList().child(item) : mapping.readerList(), value);
    }

    private ScriptDocument rename(String targetId, String name, ScriptDocument document) {
        int target = mapping.target(targetId);
        if (target < 0 || mapping.shape() != TargetShape.HEADER) {
            return document;
        }
        if (mapping.targets().get(target).item() >= 0) {
            return document.with(
                    mapping.writerList().child(mapping.targets().get(target).item()), new ConfigValue.Text(name));
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < mapping.targetCount(); i++) {
            names.add(i == target ? name : mapping.targets().get(i).name());
        }
        return document.with(mapping.writerList(), ConfigValue.Array.ofTexts(names));
    }

    private ScriptDocument write(List<Pair> pairs, ScriptDocument document) {
        return write(pairs, null, document);
    }

    /** @param added the source behind the last row */
    private ScriptDocument write(List<Pair> pairs, @Nullable ConfigValue added, ScriptDocument document) {
        List<ListItem> sources = pairs.stream()
                .map(pair -> pair.source() == mapping.sources().size() && added != null
                        ? new ListItem.Added(added)
                        : item(mapping.sources().get(pair.source())))
                .toList();
        ScriptDocument changed = document.rearranged(mapping.readerList(), sources);
        if (!mapping.listsTargets()) {
            return changed;
        }
        List<ListItem> targets = pairs.stream()
                .map(pair -> item(mapping.targets().get(pair.target()), name(pair, added)))
                .toList();
        return changed.rearranged(mapping.writerList(), targets);
    }

    private String name(Pair pair, @Nullable ConfigValue added) {
        return pair.source() < mapping.sources().size()
                ? mapping.sources().get(pair.source()).name()
                : added == null ? "" : Values.brief(added);
    }

    private ScriptDocument writeTargets(List<Integer> targets, ScriptDocument document) {
        List<ListItem> items = targets.stream()
                .map(target -> item(mapping.targets().get(target), ""))
                .toList();
        return document.rearranged(mapping.writerList(), items);
    }

    private static ListItem item(SourceColumn source) {
        return source.item() >= 0 ? new ListItem.Kept(source.item()) : new ListItem.Added(source.value());
    }

    private static ListItem item(TargetColumn target, String name) {
        if (target.item() >= 0) {
            return new ListItem.Kept(target.item());
        }
        return new ListItem.Added(target.id().equals(TargetList.NEXT) ? new ConfigValue.Text(name) : target.value());
    }
}
