package io.sluice.script;

import io.sluice.script.transform.TransformType;
import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a DataX job says what a script says at a place, after the public documentation of DataX and its plug-ins. */
public final class DataXPlaces {
    private static final String CONTENT = "job.content[0]";
    private static final String COMMON = "setting.common";
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
        if (type.isBlank() || PlugIns.missing(type, side).isPresent()) {
            return Optional.empty();
        }
        String plugIn = PlugIns.plugIn(type, side, parameter);
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
        String first = names.split("\\.")[1];
        if (names.endsWith(".datasource")) {
            String place = inside.size() > 2 ? path : base + ".parameter.connection[0].datasource";
            return Optional.of(place.replaceFirst("datasource$", "jdbcUrl"));
        }
        if (PlugIns.hasConnection(plugIn) && (names.equals("parameter.table") || names.equals("parameter.querySql"))) {
            return Optional.of(base + ".parameter.connection[0]." + first);
        }
        return PlugIns.knows(plugIn, first) ? Optional.of(path) : Optional.empty();
    }

    private static Optional<String> transformer(String type, List<Path.Step> inside) {
        String name = TransformType.of(type).flatMap(DataXTransformers::name).orElse(null);
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
