package io.sluice.studio.ui.assist;

import io.sluice.run.ui.Texts;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.script.Side;
import io.sluice.script.transform.TransformType;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.FieldSpec;
import io.sluice.ui.ConnectorTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says where the form shows what a script says at a place. */
record FormPlaces(Texts texts) {
    private static final String ENDS = "form.section.ends";
    private static final String MAPPING = "form.section.mapping";
    private static final String PROCESSING = "form.section.processing";
    private static final String CHANNEL = "form.section.channel";
    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("order", List.of(PROCESSING)),
            Map.entry("order.hops", List.of(PROCESSING)),
            Map.entry("order.hops.from", List.of(PROCESSING)),
            Map.entry("order.hops.to", List.of(PROCESSING)),
            Map.entry("setting", List.of(CHANNEL)),
            Map.entry("setting.speed", List.of(CHANNEL)),
            Map.entry("setting.speed.concurrent", List.of(CHANNEL, "form.channel.concurrent")),
            Map.entry("setting.speed.throttle", List.of(CHANNEL, "form.channel.megabytes")),
            Map.entry("setting.speed.mbps", List.of(CHANNEL, "form.channel.megabytes")),
            Map.entry("setting.speed.record", List.of(CHANNEL, "form.channel.records")),
            Map.entry("setting.errorLimit", List.of(CHANNEL, "form.channel.dirty")),
            Map.entry("setting.errorLimit.strategy", List.of(CHANNEL, "form.channel.dirty")),
            Map.entry("setting.errorLimit.record", List.of(CHANNEL, "form.channel.dirty", "form.channel.tolerated")),
            Map.entry(
                    "setting.errorLimit.percentage", List.of(CHANNEL, "form.channel.dirty", "form.channel.tolerated")),
            Map.entry("setting.common.column.timeZone", List.of(CHANNEL, "form.channel.zone")),
            Map.entry("setting.retry.conflict", List.of(CHANNEL, "form.channel.conflicts")),
            Map.entry("setting.retry.connection", List.of(CHANNEL, "form.channel.connections")),
            Map.entry("setting.failoverEnable", List.of(CHANNEL, "form.channel.failover")),
            Map.entry("setting.verify", List.of(CHANNEL, "form.channel.verify")));

    /** The place of a parameter; empty when only the script has it. */
    Optional<String> of(FieldPlace place) {
        Side side = place.side();
        List<String> crumbs = new ArrayList<>();
        if (side == null) {
            crumbs.add(texts.translate(PROCESSING));
            TransformType.of(place.step().stepType())
                    .ifPresent(type -> crumbs.add(ConnectorTexts.translated(type.label())));
            place.fields().forEach(field -> crumbs.add(ConnectorTexts.translated(field.label())));
            return joined(crumbs);
        }
        if (place.fields().isEmpty()) {
            return joined(end(side));
        }
        FieldSpec first = place.fields().getFirst();
        if (first.name().equals("column")) {
            return Optional.of(texts.translate(MAPPING));
        }
        crumbs.addAll(end(side));
        EndGroup group = EndGroup.of(side, first);
        if (first.name().equals("datasource")) {
            crumbs.add(texts.translate("form.source"));
            return joined(crumbs);
        }
        if (group != EndGroup.SHOWN) {
            crumbs.add(title(group));
        }
        place.fields().forEach(field -> crumbs.add(ConnectorTexts.translated(field.label())));
        return joined(crumbs);
    }

    private String title(EndGroup group) {
        return switch (group) {
            case SHOWN -> "";
            case MORE -> texts.translate("guide.form.more");
            case STATEMENTS -> texts.translate("guide.form.statements");
            case ADVANCED -> texts.translate("guide.form.advanced");
        };
    }

    private List<String> end(Side side) {
        return List.of(
                texts.translate(ENDS), texts.translate(side == Side.READER ? "form.end.source" : "form.end.target"));
    }

    private static Optional<String> joined(List<String> crumbs) {
        return Optional.of(String.join(" › ", crumbs));
    }

    /** The place of one of the script's own keys; empty when only the script has it. */
    Optional<String> of(ScriptDocument document, Path path) {
        String key = dotted(path);
        if (key.startsWith("steps")) {
            return step(document, path, key);
        }
        return Optional.ofNullable(KEYS.get(key))
                .map(keys -> keys.stream().map(texts::translate).collect(Collectors.joining(" › ")));
    }

    private Optional<String> step(ScriptDocument document, Path path, String key) {
        if (path.steps().size() < 3) {
            return Optional.of(texts.translate(ENDS) + ", " + texts.translate(PROCESSING));
        }
        Path at = new Path(path.steps().subList(0, 2));
        String category = document.read(at.child("category"))
                .map(ConfigValue::toString)
                .orElse("")
                .toLowerCase(Locale.ROOT);
        boolean end = category.equals("reader") || category.equals("writer");
        if (!end) {
            return key.equals("steps.category") ? Optional.empty() : Optional.of(texts.translate(PROCESSING));
        }
        List<String> crumbs = new ArrayList<>(end(category.equals("reader") ? Side.READER : Side.WRITER));
        return switch (key) {
            case "steps.stepType" -> {
                crumbs.add(texts.translate("form.source"));
                yield joined(crumbs);
            }
            case "steps.parameter" -> joined(crumbs);
            default -> Optional.empty();
        };
    }

    static String dotted(Path path) {
        return path.steps().stream()
                .filter(Path.Name.class::isInstance)
                .map(step -> ((Path.Name) step).name())
                .collect(Collectors.joining("."));
    }
}
