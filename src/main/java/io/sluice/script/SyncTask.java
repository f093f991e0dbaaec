package io.sluice.script;

import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The typed view of a script of version 2.0: what moves from where to where, and how.
 *
 * @param maps steps between reader and writer, in the order of the hops; in that of the script when there are none
 */
public record SyncTask(Step reader, Step writer, List<Step> maps, Setting setting) {
    public SyncTask {
        maps = List.copyOf(maps);
    }

    /**
     * One step of the script.
     *
     * @param path where it stands, for example {@code steps[0]}
     * @param name as other parts of the script refer to it; {@code Reader} or {@code Writer} when it has none
     * @param stepType as it is written
     * @param parameter what its connector binds; empty when it is missing
     */
    public record Step(Path path, String name, String stepType, ConfigValue.Obj parameter) {
        /** Where the parameters stand. */
        public Path parameterPath() {
            return path.child("parameter");
        }

        /** The path of a problem that a connector reports in its own terms, such as {@code connection[0].table}. */
        public Path within(String parameterPath) {
            return parameterPath().resolve(ParameterPath.of(parameterPath, parameter));
        }

        /** The names of the data sources it refers to, in order and without repetition. */
        public List<String> dataSources() {
            List<String> names = new ArrayList<>();
            parameter.find("datasource").ifPresent(value -> add(value, names));
            if (parameter.find("connection").orElse(null) instanceof ConfigValue.Array connections) {
                for (ConfigValue connection : connections.items()) {
                    if (connection instanceof ConfigValue.Obj object) {
                        object.find("datasource").ifPresent(value -> add(value, names));
                    }
                }
            }
            return names.stream().distinct().toList();
        }

        private static void add(ConfigValue value, List<String> names) {
            if (value instanceof ConfigValue.Text text && !text.value().isBlank()) {
                names.add(text.value());
            }
        }
    }

    /**
     * Reads a script. Settings that cannot be read take their defaults; {@link ScriptDocument#problems} names them.
     *
     * @return empty unless the script is readable and has exactly one reader and one writer
     */
    public static Optional<SyncTask> of(ScriptDocument document) {
        if (!document.readable()) {
            return Optional.empty();
        }
        List<Step> readers = steps(document, Side.READER.category());
        List<Step> writers = steps(document, Side.WRITER.category());
        if (readers.size() != 1 || writers.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(new SyncTask(readers.get(0), writers.get(0), maps(document), Setting.of(document)));
    }

    /** The steps of a side, in the order of the script; a complete task has one. */
    public static List<Step> steps(ScriptDocument document, Side side) {
        return steps(document, side.category());
    }

    /** The steps between reader and writer as in {@link #maps()}, also of a task that is not complete. */
    public static List<Step> maps(ScriptDocument document) {
        List<Step> readers = steps(document, Side.READER.category());
        List<Step> maps = steps(document, StepEntry.MAP);
        return readers.size() == 1 ? StepOrder.of(document, readers.get(0), maps) : maps;
    }

    /** The steps of a category, in the order of the script. */
    static List<Step> steps(ScriptDocument document, String category) {
        List<Step> found = new ArrayList<>();
        Path steps = Path.of("steps");
        if (document.find(steps) instanceof Node.ArrayNode array) {
            for (int i = 0; i < array.items().size(); i++) {
                if (array.items().get(i).value() instanceof ConfigValue.Obj object
                        && category.equals(text(object, "category").toLowerCase(Locale.ROOT))) {
                    found.add(step(object, category, steps.child(i)));
                }
            }
        }
        return found;
    }

    private static Step step(ConfigValue.Obj object, String category, Path path) {
        String name = text(object, "name");
        ConfigValue parameter = object.entries().get("parameter");
        return new Step(
                path,
                name.isBlank() ? category.substring(0, 1).toUpperCase(Locale.ROOT) + category.substring(1) : name,
                text(object, "stepType"),
                parameter instanceof ConfigValue.Obj values ? values : ConfigValue.Obj.EMPTY);
    }

    private static String text(ConfigValue.Obj object, String name) {
        @Nullable ConfigValue value = object.entries().get(name);
        return value instanceof ConfigValue.Text text ? text.value() : "";
    }
}
