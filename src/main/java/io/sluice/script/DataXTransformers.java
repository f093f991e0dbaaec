package io.sluice.script;

import io.sluice.script.transform.TransformType;
import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.ConfigValue.Array;
import io.sluice.spi.config.ConfigValue.Bool;
import io.sluice.spi.config.ConfigValue.Obj;
import io.sluice.spi.config.ConfigValue.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Translates the transformers of DataX to processing steps and back (script-format.md section 8.3). */
final class DataXTransformers {
    private static final String GROOVY = "dx_groovy";
    private static final Map<TransformType, String> NAMES = Map.of(
            TransformType.SUBSTRING, "dx_substr",
            TransformType.PAD, "dx_pad",
            TransformType.OVERLAY, "dx_replace",
            TransformType.FILTER, "dx_filter",
            TransformType.DIGEST, "dx_digest");
    private static final Set<String> FILTERS = Set.of("columnIndex", "operator", "value", "matching");

    private DataXTransformers() {}

    /** A step or a transformer. */
    record Named(String name, Obj parameter) {}

    /** Why a transformer of DataX is no step here; empty when it is none of DataX. */
    static Optional<Sentence> refused(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals(GROOVY)) {
            return Optional.of(
                    Sentence.of(
                            "dx_groovy runs arbitrary code inside the engine, so it is not offered; use filter or fieldassign"));
        }
        return lower.startsWith("dx_")
                ? Optional.of(
                        Sentence.of("'{0}' is a transformer of DataX; import the DataX job to translate it", name))
                : Optional.empty();
    }

    /** The step for a transformer, empty when it has none. Values that are missing or wrong are found by validation. */
    static Optional<Named> step(String name, Obj parameter) {
        Obj column = parameter
                .find("columnIndex")
                .map(index -> Obj.EMPTY.with("columnIndex", index))
                .orElse(Obj.EMPTY);
        List<ConfigValue> paras = parameter.entries().get("paras") instanceof Array array ? array.items() : List.of();
        return NAMES.entrySet().stream()
                .filter(known -> known.getValue().equalsIgnoreCase(name))
                .findFirst()
                .map(known -> new Named(known.getKey().stepType(), translated(known.getKey(), column, paras)));
    }

    private static Obj translated(TransformType type, Obj column, List<ConfigValue> paras) {
        return switch (type) {
            case SUBSTRING -> with(column, paras, "start", "length");
            case PAD ->
                with(column, sided(paras), "side", "length", "padString").with("nullAsEmpty", new Bool(true));
            case OVERLAY -> with(column, paras, "start", "length", "text");
            case FILTER -> with(column, paras, "operator", "value").with("matching", "drop");
            case DIGEST -> with(column, lettered(paras), "algorithm", "letters").with("nullAsEmpty", new Bool(true));
            case STRING_REPLACE, MASK, JSON_PARSE, FIELD_ASSIGN, CAST, PROJECT -> Obj.EMPTY;
        };
    }

    /** The transformer that does what steps of a type do, at least with some parameters. */
    static Optional<String> name(TransformType type) {
        return Optional.ofNullable(NAMES.get(type));
    }

    private static Obj with(Obj column, List<ConfigValue> paras, String... names) {
        Obj parameter = column;
        for (int i = 0; i < Math.min(names.length, paras.size()); i++) {
            parameter = parameter.with(names[i], paras.get(i));
        }
        return parameter;
    }

    private static List<ConfigValue> sided(List<ConfigValue> paras) {
        return changed(paras, 0, "l", "left", "r", "right");
    }

    private static List<ConfigValue> lettered(List<ConfigValue> paras) {
        return changed(paras, 1, "toLowerCase", "lower", "toUpperCase", "upper");
    }

    /** The values with one word translated; pairs are a word and its translation. */
    private static List<ConfigValue> changed(List<ConfigValue> values, int index, String... pairs) {
        List<ConfigValue> changed = new ArrayList<>(values);
        for (int i = 0; index < values.size() && i < pairs.length; i += 2) {
            if (values.get(index).toString().equalsIgnoreCase(pairs[i])) {
                changed.set(index, new Text(pairs[i + 1]));
            }
        }
        return changed;
    }

    /** The transformers that do what a step does; empty when DataX cannot do it. */
    static List<Named> transformers(SyncTask.Step step) {
        Obj given = step.parameter();
        Optional<TransformType> type = TransformType.of(step.stepType());
        if (type.isEmpty() || !text(given, "name").isEmpty()) {
            return List.of();
        }
        return switch (type.get()) {
            case SUBSTRING ->
                given.find("length").isPresent()
                        ? each(given, "dx_substr", values(given, "start", "length"))
                        : List.of();
            case OVERLAY -> each(given, "dx_replace", values(given, "start", "length", "text"));
            case PAD ->
                isTrue(given, "nullAsEmpty")
                        ? each(
                                given,
                                "dx_pad",
                                changed(values(given, "side", "length", "padString"), 0, "left", "l", "right", "r"))
                        : List.of();
            case DIGEST ->
                isTrue(given, "nullAsEmpty")
                                && Set.of("md5", "sha1")
                                        .contains(text(given, "algorithm").toLowerCase(Locale.ROOT))
                        ? each(
                                given,
                                "dx_digest",
                                changed(
                                        values(given, "algorithm", "letters"),
                                        1,
                                        "lower",
                                        "toLowerCase",
                                        "upper",
                                        "toUpperCase"))
                        : List.of();
            case FILTER ->
                text(given, "matching").equalsIgnoreCase("drop")
                                && FILTERS.containsAll(given.entries().keySet())
                        ? each(given, "dx_filter", values(given, "operator", "value"))
                        : List.of();
            case STRING_REPLACE, MASK, JSON_PARSE, FIELD_ASSIGN, CAST, PROJECT -> List.of();
        };
    }

    private static List<ConfigValue> values(Obj given, String... names) {
        List<ConfigValue> values = new ArrayList<>();
        for (String name : names) {
            String usual = switch (name) {
                case "start" -> "0";
                case "side" -> "left";
                case "padString" -> " ";
                case "letters" -> "lower";
                case "operator" -> "=";
                default -> "";
            };
            values.add(new Text(given.find(name).map(ConfigValue::toString).orElse(usual)));
        }
        return values;
    }

    /** One transformer for each column; DataX counts columns from 0 as well. */
    private static List<Named> each(Obj given, String name, List<ConfigValue> paras) {
        ConfigValue index = given.entries().get("columnIndex");
        List<ConfigValue> indexes =
                index instanceof Array array ? array.items() : index == null ? List.of() : List.of(index);
        List<Named> all = new ArrayList<>();
        for (ConfigValue one : indexes) {
            all.add(new Named(name, Obj.EMPTY.with("columnIndex", one).with("paras", new Array(paras))));
        }
        return all;
    }

    private static boolean isTrue(Obj given, String name) {
        return given.find(name).map(ConfigValue::toString).orElse("").equalsIgnoreCase("true");
    }

    private static String text(Obj given, String name) {
        ConfigValue value = given.entries().get(name);
        return value == null || value.equals(new Array(List.of())) ? "" : value.toString();
    }
}
