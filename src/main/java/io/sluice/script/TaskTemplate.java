package io.sluice.script;

import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the skeleton of a task: every required parameter blank, the data sources filled in, and all other parameters
 * as comments that show their defaults and need only be switched on.
 */
public final class TaskTemplate {
    private static final String FRAME = """
            {
              "type": "job",
              "version": "2.0",
              "steps": [
            %s,
            %s
              ],
              "setting": {
                "errorLimit": {
                  "strategy": "ZeroTolerance" // The first dirty record fails the task: ZeroTolerance, Tolerance (with record), Ignore
                  // "record": 0
                },
                "speed": {
                  "concurrent": 3, // Channels at the same time, 1 to 32
                  "throttle": false // True limits the job to mbps megabytes per second
                  // "mbps": 10
                }
              },
              "order": {
                "hops": [
                  {"from": "Reader", "to": "Writer"}
                ]
              }
            }
            """;

    private static final ConfigValue EMPTY_LIST = new ConfigValue.Array(List.of());

    private TaskTemplate() {}

    /**
     * A skeleton for a pair of systems.
     *
     * @param readerSource name of the data source to read; blank to leave it open
     * @param writerSource name of the data source to write; blank to leave it open
     * @throws IllegalArgumentException for a type that the catalog does not know on that side
     */
    public static String of(
            String readerType, String readerSource, String writerType, String writerSource, Catalog catalog) {
        return FRAME.formatted(
                step(description(readerType, Side.READER, catalog), readerSource),
                step(description(writerType, Side.WRITER, catalog), writerSource));
    }

    private static StepDescription description(String type, Side side, Catalog catalog) {
        return catalog.step(type, side)
                .orElseThrow(() -> new IllegalArgumentException("No " + side.category() + " for " + type));
    }

    private static String step(StepDescription step, String source) {
        StringBuilder out = new StringBuilder();
        out.append("    {\n");
        out.append("      \"stepType\": ")
                .append(JsonText.quote(step.stepType()))
                .append(",\n");
        out.append("      \"name\": \"").append(step.side().stepName()).append("\",\n");
        out.append("      \"category\": \"").append(step.side().category()).append("\",\n");
        out.append("      \"parameter\": {\n");
        List<FieldSpec> active = new ArrayList<>();
        List<FieldSpec> silent = new ArrayList<>();
        step.parameters().fields().forEach(field -> (isActive(field) ? active : silent).add(field));
        silent.sort((left, right) -> Boolean.compare(left.advanced(), right.advanced()));
        for (int i = 0; i < active.size(); i++) {
            String comma = i < active.size() - 1 ? "," : "";
            out.append("        ")
                    .append(member(active.get(i), source))
                    .append(comma)
                    .append(help(active.get(i)));
        }
        silent.forEach(field -> out.append("        // ")
                .append(member(field, source))
                .append(",")
                .append(help(field)));
        return out.append("      }\n    }").toString();
    }

    /** The parameters that a template leaves open, with the values it gives them. */
    static ConfigValue.Obj open(ConfigSpec<?> parameters) {
        ConfigValue.Obj parameter = ConfigValue.Obj.EMPTY;
        for (FieldSpec field : parameters.fields()) {
            parameter = isActive(field) ? parameter.with(field.name(), value(field)) : parameter;
        }
        return parameter;
    }

    /** Required parameters, and those for which a catalog can offer values: they are what a task is about. */
    private static boolean isActive(FieldSpec field) {
        return field.required() || !field.advanced() && !field.type().lookup().isEmpty();
    }

    private static String member(FieldSpec field, String source) {
        StringBuilder out = new StringBuilder(JsonText.quote(field.name())).append(": ");
        boolean isSource = field.name().equals("datasource") && !source.isBlank();
        JsonText.inline(isSource ? new ConfigValue.Text(source) : value(field), out);
        return out.toString();
    }

    private static ConfigValue value(FieldSpec field) {
        Optional<ConfigValue> usual = FieldValues.byDefault(field);
        boolean names = field.type() instanceof FieldType.ListType
                && !field.type().lookup().isEmpty()
                && !field.type().lookup().equals("columns");
        if (names
                && usual.map(value -> value.toString().isEmpty() || value.equals(EMPTY_LIST))
                        .orElse(true)) {
            return new ConfigValue.Text("");
        }
        return usual.orElseGet(() -> blank(field));
    }

    private static ConfigValue blank(FieldSpec field) {
        ConfigValue example = FieldValues.example(field).orElse(new ConfigValue.Null());
        return switch (field.type()) {
            case FieldType.TextType ignored -> new ConfigValue.Text("");
            case FieldType.SecretType ignored -> new ConfigValue.Text("");
            case FieldType.ChoiceType choice ->
                new ConfigValue.Text(choice.choices().get(0).value());
            case FieldType.WholeType ignored -> example;
            case FieldType.BoolType ignored ->
                example instanceof ConfigValue.Bool ? example : new ConfigValue.Bool(false);
            case FieldType.ListType ignored -> EMPTY_LIST;
            case FieldType.MapType ignored -> ConfigValue.Obj.EMPTY;
            case FieldType.GroupType ignored -> ConfigValue.Obj.EMPTY;
            case FieldType.AnyType ignored -> new ConfigValue.Null();
        };
    }

    private static String help(FieldSpec field) {
        String words = field.help().isBlank() ? field.label() : field.help();
        String plain = words.replaceAll("\\s+", " ").strip();
        String sentence = plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
        return " // " + sentence + offer(field) + "\n";
    }

    /** The words of a choice, or an example of what stands there blank. */
    private static String offer(FieldSpec field) {
        if (field.type() instanceof FieldType.ChoiceType choice) {
            return choice.choices().stream().map(FieldType.Choice::value).collect(Collectors.joining(", ", ": ", ""));
        }
        boolean shown = !field.example().isBlank() && isActive(field);
        return shown ? ", for example " + field.example().replaceAll("\\s+", " ") : "";
    }
}
