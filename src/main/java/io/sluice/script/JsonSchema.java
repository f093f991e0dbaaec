package io.sluice.script;

import io.sluice.script.transform.TransformType;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.ConfigValue.Array;
import io.sluice.spi.config.ConfigValue.Obj;
import io.sluice.spi.config.ConfigValue.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The JSON schema (draft 7) of job scripts for the editor: which keys and values there are, with their documentation.
 * It proposes rather than forbids; what is wrong with a script is told by {@link ScriptDocument#problems}.
 */
public final class JsonSchema {
    private final Catalog catalog;
    private final UnaryOperator<String> words;

    private JsonSchema(Catalog catalog, UnaryOperator<String> words) {
        this.catalog = catalog;
        this.words = words;
    }

    /** The schema for the connectors and data sources of a catalog, as JSON text, in English. */
    public static String of(Catalog catalog) {
        return of(catalog, UnaryOperator.identity());
    }

    /** @param words the user's own for an English text */
    public static String of(Catalog catalog, UnaryOperator<String> words) {
        StringBuilder out = new StringBuilder();
        JsonText.inline(new JsonSchema(catalog, words).script(), out);
        return out.toString();
    }

    private Obj script() {
        Obj properties = Obj.EMPTY
                .with("type", choice("Always `job`.", "job"))
                .with("version", choice("Version of the script's form.", "2.0"))
                .with(
                        "steps",
                        described(
                                FieldSchema.types("array").with("items", step()),
                                "The reader, the writer, and what is done to the records between them."))
                .with("order", order())
                .with("setting", new SettingSchema(words).setting())
                .with("extend", described(FieldSchema.types("object"), "Kept for other tools; not interpreted."));
        return Obj.EMPTY
                .with("$schema", "http://json-schema.org/draft-07/schema#")
                .with("type", "object")
                .with("properties", properties)
                .with("required", Array.ofTexts(List.of("type", "version", "steps")));
    }

    private Obj step() {
        TreeSet<String> types = new TreeSet<>();
        List<ConfigValue> cases = new ArrayList<>();
        List<ConfigValue> snippets = new ArrayList<>();
        for (StepDescription step : catalog.steps()) {
            types.add(step.stepType());
            types.addAll(step.aliases());
            cases.add(parameters(step));
            snippets.add(snippet(step));
        }
        for (TransformType transform : TransformType.values()) {
            types.add(transform.stepType());
            cases.add(parameters(transform));
            snippets.add(snippet(transform));
        }
        Obj type = FieldSchema.anyOf(
                Obj.EMPTY.with("enum", Array.ofTexts(List.copyOf(types))), FieldSchema.types("string", "null"));
        Obj properties = Obj.EMPTY
                .with(
                        "stepType",
                        described(type, "The system to read from or to write to, or what is done to the records."))
                .with("name", described(FieldSchema.types("string"), "The name by which `order` refers to this step."))
                .with("category", choice("What the step does.", "reader", "map", "writer"))
                .with("parameter", described(FieldSchema.types("object"), "What the connector is told."));
        Obj schema = FieldSchema.types("object")
                .with("properties", properties)
                .with("required", Array.ofTexts(List.of("stepType", "name", "category", "parameter")));
        return schema.with("allOf", new Array(cases)).with("defaultSnippets", new Array(snippets));
    }

    /** A whole step that the editor inserts at once. */
    private Obj snippet(StepDescription step) {
        String category = step.side().category();
        Obj body = body(step.stepType(), step.side().stepName(), category, TaskTemplate.open(step.parameters()));
        return snippet(step.stepType() + " " + category, step.label(), body);
    }

    private Obj snippet(TransformType transform) {
        Obj open = TaskTemplate.open(transform.parameters());
        Obj body = body(transform.stepType(), transform.stepName(), StepEntry.MAP, open);
        return snippet(transform.stepType() + " " + StepEntry.MAP, transform.summary(), body);
    }

    private Obj snippet(String label, String description, Obj body) {
        return Obj.EMPTY
                .with("label", label)
                .with("description", words.apply(description))
                .with("body", body);
    }

    private static Obj body(String stepType, String name, String category, Obj parameter) {
        return Obj.EMPTY
                .with("stepType", stepType)
                .with("name", name)
                .with("category", category)
                .with("parameter", parameter);
    }

    /** If the step is of this type and category, then its parameters are these. */
    private Obj parameters(StepDescription step) {
        List<String> names = new ArrayList<>(List.of(step.stepType()));
        names.addAll(step.aliases().stream().sorted().toList());
        List<String> sources = catalog.dataSources().stream()
                .filter(name ->
                        catalog.dataSourceType(name).filter(step::answersTo).isPresent())
                .sorted()
                .toList();
        Obj parameter = new FieldSchema(sources, words).object(step.parameters());
        return rule(names, step.side().category(), parameter);
    }

    private Obj parameters(TransformType transform) {
        Obj parameter = new FieldSchema(List.of(), words).object(transform.parameters());
        return rule(List.of(transform.stepType()), StepEntry.MAP, parameter);
    }

    private static Obj rule(List<String> stepTypes, String category, Obj parameter) {
        Obj condition = Obj.EMPTY
                .with(
                        "properties",
                        Obj.EMPTY
                                .with("stepType", Obj.EMPTY.with("enum", Array.ofTexts(stepTypes)))
                                .with("category", Obj.EMPTY.with("const", category)))
                .with("required", Array.ofTexts(List.of("stepType", "category")));
        return Obj.EMPTY.with("if", condition).with("then", properties("parameter", parameter));
    }

    private Obj order() {
        Obj name = described(FieldSchema.types("string"), "The name of a step.");
        Obj hop = FieldSchema.types("object")
                .with("properties", Obj.EMPTY.with("from", name).with("to", name))
                .with("required", Array.ofTexts(List.of("from", "to")));
        Obj hops = FieldSchema.types("array").with("items", hop);
        return described(
                FieldSchema.types("object").with("properties", Obj.EMPTY.with("hops", hops)),
                "The way from the reader to the writer.");
    }

    private static Obj properties(String name, Obj schema) {
        return Obj.EMPTY.with("properties", Obj.EMPTY.with(name, schema));
    }

    private Obj choice(String help, String... choices) {
        return described(Obj.EMPTY.with("enum", Array.ofTexts(List.of(choices))), help);
    }

    private Obj described(Obj schema, String help) {
        return schema.with("markdownDescription", new Text(words.apply(help)));
    }
}
