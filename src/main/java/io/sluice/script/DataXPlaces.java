package io.sluice.script;

import io.sluice.script.transform.TransformType;
import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a DataX job says what a script says at a place, after the public documentation of DataX and its plug-ins. */
public final class DataXPlaces {
    private static final String CONTENT = "job.content[0]";
    private static final String COMMON = "setting.common";
    private static final Set<String> RELATIONAL = Set.of("column", "table", "connection");
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("steps", CONTENT),
            Map.entry("setting", "job.setting"),
            Map.entry("setting.speed", "job.setting.speed"),
            Map.entry("setting.speed.concurrent", "job.setting.speed.channel"),
            Map.entry("setting.speed.throttle", "job.setting.speed.byte"),
            Map.entry("setting.speed.mbps", "job.setting.speed.byte"),
            Map.entry("setting.speed.record", "job.setting.speed.record"),
            Map.entry("setting.errorLimit", "job.setting.errorLimit"),
            Map.entry("setting.errorLimit.record", "job.setting.errorLimit.record"),
            Map.entry("setting.errorLimit.percentage", "job.setting.errorLimit.percentage"),
            Map.entry("setting.jvmOption", "entry.jvm"));

    /** What each plug-in knows beside what all relational ones do. */
    private static final Map<String, Set<String>> PARAMETERS = Map.of(
            "mysqlreader", Set.of("where", "splitPk", "querySql", "session"),
            "mysqlwriter", Set.of("preSql", "postSql", "session", "writeMode", "batchSize", "batchByteSize"),
            "postgresqlreader", Set.of("where", "splitPk", "querySql", "fetchSize", "session"),
            "postgresqlwriter", Set.of("preSql", "postSql", "batchSize", "batchByteSize"),
            "txtfilereader",
                    Set.of(
                            "path",
                            "fieldDelimiter",
                            "compress",
                            "encoding",
                            "skipHeader",
                            "nullFormat",
                            "csvReaderConfig"),
            "txtfilewriter",
                    Set.of(
                            "path",
                            "fileName",
                            "writeMode",
                            "fieldDelimiter",
                            "compress",
                            "encoding",
                            "nullFormat",
                            "dateFormat",
                            "fileFormat",
                            "header"),
            "streamreader", Set.of("sliceRecordCount"),
            "streamwriter", Set.of("print", "fieldDelimiter", "recordNumBeforeSleep", "sleepTime"));

    private static final Map<TransformType, String> TRANSFORMERS = Map.of(
            TransformType.SUBSTRING, "dx_substr",
            TransformType.PAD, "dx_pad",
            TransformType.OVERLAY, "dx_replace",
            TransformType.FILTER, "dx_filter",
            TransformType.DIGEST, "dx_digest");

    private DataXPlaces() {}

    /** Empty where DataX has no counterpart. */
    public static Optional<String> of(ScriptDocument document, Path path) {
        List<Path.Step> steps = path.steps();
        if (steps.size() > 2 && steps.getFirst().equals(new Path.Name("steps"))) {
            return step(document, new Path(steps.subList(0, 2)), steps.subList(2, steps.size()));
        }
        String dotted = names(steps);
        return dotted.equals(COMMON) || dotted.startsWith(COMMON + ".")
                ? Optional.of(dotted.substring("setting.".length()))
                : Optional.ofNullable(SETTINGS.get(dotted));
    }

    private static String names(List<Path.Step> steps) {
        List<String> names = new ArrayList<>();
        for (Path.Step step : steps) {
            if (step instanceof Path.Name name) {
                names.add(name.name());
            }
        }
        return String.join(".", names);
    }

    private static Optional<String> step(ScriptDocument document, Path at, List<Path.Step> inside) {
        ConfigValue.Obj step =
                document.read(at).orElse(null) instanceof ConfigValue.Obj found ? found : ConfigValue.Obj.EMPTY;
        String type = Findings.text(step, "stepType");
        String category = Findings.text(step, "category").toLowerCase(Locale.ROOT);
        ConfigValue.Obj parameter =
                step.find("parameter").orElse(null) instanceof ConfigValue.Obj given ? given : ConfigValue.Obj.EMPTY;
        return switch (category) {
            case "reader" -> end(Side.READER, type, parameter, inside);
            case "writer" -> end(Side.WRITER, type, parameter, inside);
            default -> transformer(type, inside);
        };
    }

    private static Optional<String> end(Side side, String type, ConfigValue.Obj parameter, List<Path.Step> inside) {
        if (type.isBlank() || PlugInNames.missing(type, side).isPresent()) {
            return Optional.empty();
        }
        String plugIn = PlugInNames.plugIn(type, side, parameter);
        String base = CONTENT + "." + side.category();
        String names = names(inside);
        return switch (names) {
            case "stepType" -> Optional.of(base + ".name: " + plugIn);
            case "parameter" -> Optional.of(base + ".parameter");
            default -> names.startsWith("parameter.") ? parameter(base, plugIn, inside, names) : Optional.empty();
        };
    }

    private static Optional<String> parameter(String base, String plugIn, List<Path.Step> inside, String names) {
        String path = base + new Path(inside).toString().replaceFirst("^", ".");
        boolean file = PARAMETERS.getOrDefault(plugIn, Set.of()).contains("path") || plugIn.startsWith("stream");
        String first = names.split("\\.")[1];
        if (names.endsWith(".datasource")) {
            String place = inside.size() > 2 ? path : base + ".parameter.connection[0].datasource";
            return Optional.of(place.replaceFirst("datasource$", "jdbcUrl"));
        }
        if (!file && (names.equals("parameter.table") || names.equals("parameter.querySql"))) {
            return Optional.of(base + ".parameter.connection[0]." + first);
        }
        boolean known = !PARAMETERS.containsKey(plugIn)
                || PARAMETERS.get(plugIn).contains(first)
                || first.equals("column")
                || !file && RELATIONAL.contains(first);
        return known ? Optional.of(path) : Optional.empty();
    }

    private static Optional<String> transformer(String type, List<Path.Step> inside) {
        String name = TransformType.of(type).map(TRANSFORMERS::get).orElse(null);
        if (name == null) {
            return Optional.empty();
        }
        String base = CONTENT + ".transformer";
        String names = names(inside);
        return switch (names) {
            case "stepType" -> Optional.of(base + ".name: " + name);
            case "parameter" -> Optional.of(base + ".parameter");
            case "parameter.columnIndex" -> Optional.of(base + ".parameter.columnIndex");
            case "parameter.name", "name", "category" -> Optional.empty();
            default -> Optional.of(base + ".parameter.paras");
        };
    }
}
