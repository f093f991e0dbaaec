package io.sluice.script;

import io.sluice.script.SyncTask.Step;
import io.sluice.script.transform.TransformType;
import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Edits of the steps between reader and writer. Each keeps {@code order.hops} one path from the reader over all steps to
 * the writer, and changes as few of its hops as that takes.
 */
public final class MapSteps {
    private static final Path STEPS = Path.of("steps");
    private static final Path HOPS = Path.of("order", "hops");

    private MapSteps() {}

    /** The document with one more step, behind the others; it stands last in the script. */
    public static ScriptDocument add(ScriptDocument document, TransformType type, ConfigValue.Obj parameter) {
        List<String> names = names(document);
        String name = free(type.stepName(), new HashSet<>(allNames(document)));
        Map<String, ConfigValue> step = new LinkedHashMap<>();
        step.put("stepType", new ConfigValue.Text(type.stepType()));
        step.put("name", new ConfigValue.Text(name));
        step.put("category", new ConfigValue.Text(StepEntry.MAP));
        step.put("parameter", parameter);
        int count = document.read(STEPS).orElse(null) instanceof ConfigValue.Array steps
                ? steps.items().size()
                : 0;
        List<String> wanted = new ArrayList<>(names);
        wanted.add(hasWriter(document) ? names.size() - 1 : names.size(), name);
        return chain(document.with(STEPS.child(count), new ConfigValue.Obj(step)), wanted);
    }

    /** The document without a step; the steps beside it follow each other. */
    public static ScriptDocument remove(ScriptDocument document, Path step) {
        ScriptDocument named = named(document);
        List<String> wanted = names(named);
        wanted.remove(name(named, step));
        return chain(named, wanted).without(step);
    }

    /**
     * The document with a step at another place among those between reader and writer.
     *
     * @param to its index among them afterwards, from 0
     */
    public static ScriptDocument move(ScriptDocument document, Path step, int to) {
        List<Path> order =
                new ArrayList<>(SyncTask.maps(document).stream().map(Step::path).toList());
        if (!order.contains(step) || order.indexOf(step) == to || to < 0 || to >= order.size()) {
            return document;
        }
        ScriptDocument named = named(document);
        order.remove(step);
        order.add(to, step);
        List<String> wanted = new ArrayList<>();
        SyncTask.steps(named, Side.READER).stream().findFirst().map(Step::name).ifPresent(wanted::add);
        order.forEach(path -> wanted.add(name(named, path)));
        SyncTask.steps(named, Side.WRITER).stream().findFirst().map(Step::name).ifPresent(wanted::add);
        return write(named, wanted);
    }

    /** The document with another name of a step, in the hops too; the same when the name is blank or taken. */
    public static ScriptDocument rename(ScriptDocument document, Path step, String name) {
        String before = name(document, step);
        if (name.isBlank() || name.equals(before) || allNames(document).contains(name)) {
            return document;
        }
        ScriptDocument edited = document.with(step.child("name"), new ConfigValue.Text(name));
        for (int i = 0; i < hops(document).size(); i++) {
            for (String end : List.of("from", "to")) {
                Path path = HOPS.child(i).child(end);
                boolean meant = !before.isEmpty()
                        && edited.read(path)
                                .map(ConfigValue::toString)
                                .orElse("")
                                .equals(before);
                edited = meant ? edited.with(path, new ConfigValue.Text(name)) : edited;
            }
        }
        return edited;
    }

    /** Writes the order only where the script does not say it already by the order of its steps. */
    private static ScriptDocument chain(ScriptDocument document, List<String> wanted) {
        return hops(document).isEmpty() ? document : write(document, wanted);
    }

    private static ScriptDocument write(ScriptDocument document, List<String> wanted) {
        List<Integer> places = places(document);
        ScriptDocument edited = document;
        int needed = Math.max(0, wanted.size() - 1);
        for (int k = 0; k < needed; k++) {
            String from = wanted.get(k);
            String to = wanted.get(k + 1);
            if (k < places.size()) {
                Path hop = HOPS.child(places.get(k));
                edited = end(end(edited, hop.child("from"), from), hop.child("to"), to);
            } else {
                Map<String, ConfigValue> hop = new LinkedHashMap<>();
                hop.put("from", new ConfigValue.Text(from));
                hop.put("to", new ConfigValue.Text(to));
                edited = edited.with(HOPS.child(k), new ConfigValue.Obj(hop));
            }
        }
        List<Integer> extra = new ArrayList<>(places.subList(Math.min(needed, places.size()), places.size()));
        extra.sort((one, other) -> Integer.compare(other, one));
        for (int place : extra) {
            edited = edited.without(HOPS.child(place));
        }
        return edited;
    }

    private static ScriptDocument end(ScriptDocument document, Path path, String name) {
        return document.with(path, new ConfigValue.Text(name));
    }

    /** The indexes of the hops in the order they lead from the reader on; in that of the script when they do not. */
    private static List<Integer> places(ScriptDocument document) {
        List<ConfigValue> hops = hops(document);
        List<Integer> ordered = new ArrayList<>();
        String at = SyncTask.steps(document, Side.READER).stream()
                .findFirst()
                .map(Step::name)
                .orElse("");
        for (int next = from(hops, at); next >= 0 && !ordered.contains(next); next = from(hops, at)) {
            ordered.add(next);
            at = text(hops.get(next), "to");
        }
        for (int i = 0; i < hops.size(); i++) {
            if (!ordered.contains(i)) {
                ordered.add(i);
            }
        }
        return ordered;
    }

    private static int from(List<ConfigValue> hops, String name) {
        for (int i = 0; i < hops.size(); i++) {
            if (text(hops.get(i), "from").equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static List<ConfigValue> hops(ScriptDocument document) {
        return document.read(HOPS).orElse(null) instanceof ConfigValue.Array hops ? hops.items() : List.of();
    }

    /** The names of reader, steps and writer in the order they run, as far as there are any. */
    private static List<String> names(ScriptDocument document) {
        List<String> names = new ArrayList<>();
        SyncTask.steps(document, Side.READER).stream()
                .findFirst()
                .map(Step::name)
                .ifPresent(names::add);
        SyncTask.maps(document).forEach(map -> names.add(map.name()));
        SyncTask.steps(document, Side.WRITER).stream()
                .findFirst()
                .map(Step::name)
                .ifPresent(names::add);
        return names;
    }

    private static boolean hasWriter(ScriptDocument document) {
        return !SyncTask.steps(document, Side.WRITER).isEmpty();
    }

    private static List<String> allNames(ScriptDocument document) {
        return StepEntry.all(document).stream().map(StepEntry::name).toList();
    }

    /** Gives a name of its own to every step that has none or that of an earlier one, because hops name steps. */
    private static ScriptDocument named(ScriptDocument document) {
        Set<String> taken = new HashSet<>();
        ScriptDocument edited = document;
        for (StepEntry entry : StepEntry.all(document)) {
            if (entry.isPlaceholder()) {
                continue;
            }
            String name = free(entry.name().isBlank() ? usual(entry) : entry.name(), taken);
            taken.add(name);
            if (!name.equals(entry.name())) {
                edited = edited.with(entry.path().child("name"), new ConfigValue.Text(name));
            }
        }
        return edited;
    }

    private static String usual(StepEntry entry) {
        for (Side side : Side.values()) {
            if (entry.is(side)) {
                return side.stepName();
            }
        }
        return TransformType.of(entry.stepType()).map(TransformType::stepName).orElse("Map");
    }

    private static String free(String name, Set<String> taken) {
        String candidate = name;
        for (int number = 2; taken.contains(candidate); number++) {
            candidate = name + " " + number;
        }
        return candidate;
    }

    private static String name(ScriptDocument document, Path step) {
        return document.read(step).map(value -> text(value, "name")).orElse("");
    }

    private static String text(@Nullable ConfigValue value, String name) {
        return value instanceof ConfigValue.Obj object ? Findings.text(object, name) : "";
    }
}
