package io.sluice.studio.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.config.ConfigValue;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever people do to a mapping, in whatever order. */
class GestureLawsTest {
    private static final Path READER = Path.parse("steps[0].parameter.column");
    private static final Path WRITER = Path.parse("steps[1].parameter.column");
    private static final List<String> LISTS = List.of(
            "[]",
            "[\"*\"]",
            "[\"order_id\", \"note\"]",
            "[\n        \"order_id\", // the key\n        // words\n        \"note\", /* long */\n        \"user_id\"\n      ]",
            "[\"gone\",\"`order_id`\", \"NOTE\"]",
            "[\"${first}\", 1, \"order_id\", \"order_id\", null, \"中 文\", {\"name\": \"note\", \"ours\": [1.50]},]",
            "[\r\n\t/* a */ \"order_id\" /* b */, // c\r\n\r\n\t// d\r\n\t{\"name\": \"note\" /* e */, \"ours\": 1.50},\r\n\t\"*\" // f\r\n\t// g\r\n]",
            "\"order_id\"");
    private static final List<ConfigValue> VALUES = List.of(
            new ConfigValue.Text("now()"),
            new ConfigValue.Text("'a, \"b\" // c'"),
            new ConfigValue.Text("${bizdate}"),
            new ConfigValue.Text("price * 2"));

    @Property(tries = 200)
    void keepBothSidesEquallyLongAndEverythingElseAsItIs(@ForAll long seed) {
        Random random = new Random(seed);
        MappingTasks task = MappingTasks.tables(one(LISTS, random), one(LISTS, random));
        for (int i = 0; i < 12; i++) {
            String before = task.document().text();
            int edits = task.texts.size();
            gesture(task, random);
            ScriptDocument after = task.document();
            assertThat(task.texts.size() - edits).as("edits of one gesture").isLessThanOrEqualTo(1);
            assertThat(after.readable()).as(() -> before + "\n=>\n" + after).isTrue();
            if (!after.text().equals(before)) {
                assertThat(length(after, READER))
                        .as(() -> before + "\n=>\n" + after)
                        .isEqualTo(length(after, WRITER));
            }
            assertThat(blank(after)).as(() -> before + "\n=>\n" + after).isEqualTo(blank(ScriptDocument.parse(before)));
            assertThat(after.text()).startsWith("{ // moves orders").contains("\"where\": \"\" /* all */");
        }
    }

    /** A line that stays keeps its item, its order among those that stay, and its comment. */
    @Property(tries = 200)
    void keepTheSpellingAndTheCommentsOfWhatStays(@ForAll long seed) {
        Random random = new Random(seed);
        String list = LISTS.get(3);
        MappingTasks task = MappingTasks.tables(list, list);
        for (int i = 0; i < 6; i++) {
            gesture(task, random);
            String text = task.document().text();
            List<String> items = task.readerItems();
            if (items.contains("order_id") && stayed(task, "order_id")) {
                assertThat(text).contains("\"order_id\"");
                assertThat(count(text, "// the key")).isGreaterThan(0);
            }
        }
    }

    /** Whether a column has been among the reader's all the time. */
    private static boolean stayed(MappingTasks task, String name) {
        return task.texts.stream()
                .map(ScriptDocument::parse)
                .allMatch(text -> text.read(READER)
                        .filter(value -> value instanceof ConfigValue.Array array
                                && array.items().contains(new ConfigValue.Text(name)))
                        .isPresent());
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    private static int length(ScriptDocument document, Path path) {
        return document.read(path).orElseThrow() instanceof ConfigValue.Array array
                ? array.items().size()
                : 1;
    }

    /** The values of a script without the two lists. */
    private static ConfigValue blank(ScriptDocument document) {
        return document.with(READER, new ConfigValue.Null())
                .with(WRITER, new ConfigValue.Null())
                .read(Path.ROOT)
                .orElseThrow();
    }

    private static void gesture(MappingTasks task, Random random) {
        Mapping mapping = task.mapping();
        String source = mapping.sources().isEmpty()
                ? ""
                : one(mapping.sources(), random).id();
        String target = mapping.targets().isEmpty()
                ? ""
                : one(mapping.targets(), random).id();
        switch (random.nextInt(11)) {
            case 0 -> task.presenter.perform(new Gesture.ByName());
            case 1 -> task.presenter.perform(new Gesture.ByRow());
            case 2 -> task.presenter.perform(new Gesture.Clear());
            case 3 -> task.presenter.perform(new Gesture.Tidy());
            case 4 -> task.presenter.perform(new Gesture.Disconnect(target));
            case 5 -> task.presenter.perform(new Gesture.Assign(one(VALUES, random), target));
            case 6 -> task.presenter.add(one(VALUES, random));
            case 7 -> task.presenter.delete(source);
            case 8 -> task.presenter.perform(new Gesture.ListColumns());
            default -> task.presenter.perform(new Gesture.Connect(source, target));
        }
    }

    private static <T> T one(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
