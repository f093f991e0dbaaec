package io.sluice.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.script.ListItem.Added;
import io.sluice.script.ListItem.Kept;
import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RearrangementTest {
    private static final Path LIST = Path.of("column");

    private static String rearranged(String text, ListItem... items) {
        return ScriptDocument.parse(text).rearranged(LIST, List.of(items)).text();
    }

    private static ListItem text(String value) {
        return new Added(new ConfigValue.Text(value));
    }

    @Test
    void putsAnItemBetweenOthersOnOneLine() {
        assertThat(rearranged("{\"column\": [\"a\", \"c\"]}", new Kept(0), text("b"), new Kept(1)))
                .isEqualTo("{\"column\": [\"a\", \"b\", \"c\"]}");
    }

    @Test
    void keepsTheCommentsOfItemsThatMove() {
        String text = """
                {"column": [
                  // the key
                  "id", // never null
                  "name", /* of the person */
                  "note" // free
                ]}
                """;
        assertThat(rearranged(text, new Kept(2), text("now()"), new Kept(0))).isEqualTo("""
                {"column": [
                  "note", // free
                  "now()",
                  // the key
                  "id" // never null
                ]}
                """);
    }

    @Test
    void changesNothingWhenTheOrderStays() {
        String text = "{\"column\":[\"a\" , \"b\",// x\n\"c\",]}";
        assertThat(rearranged(text, new Kept(0), new Kept(1), new Kept(2))).isEqualTo(text);
    }

    @Test
    void keepsTheLayoutOfOneItemPerLine() {
        String text = "{\n  \"column\": [\n    \"a\",\n    \"b\"\n  ]\n}\n";
        assertThat(rearranged(text, new Kept(1), text("c")))
                .isEqualTo("{\n  \"column\": [\n    \"b\",\n    \"c\"\n  ]\n}\n");
    }

    @Test
    void makesAListOfASingleValueAndOfNothing() {
        assertThat(rearranged("{\"column\": \"*\"}", text("a"), text("b"))).isEqualTo("{\"column\": [\"a\", \"b\"]}");
        assertThat(rearranged("{\"column\": []}", text("a"))).isEqualTo("{\"column\": [\"a\"]}");
        assertThat(rearranged("{\"column\": [\"a\"]}")).isEqualTo("{\"column\": []}");
    }

    @Test
    void breaksALineThatGetsTooLong() {
        String text = "{\n  \"column\": [\"a\"]\n}\n";
        ListItem[] items = IntStream.range(0, 20)
                .mapToObj(i -> i == 0 ? new Kept(0) : text("column_" + i))
                .toArray(ListItem[]::new);
        assertThat(rearranged(text, items)).contains("[\n    \"a\",\n    \"column_1\",\n");
    }

    /** Any list of any script in any new order holds what was asked for, and nothing else changes. */
    @Property(tries = 3000)
    void holdsWhatWasAskedFor(@ForAll long seed) {
        Scripts scripts = new Scripts(seed);
        ScriptDocument document = ScriptDocument.parse(scripts.script());
        if (!document.readable()) {
            return;
        }
        Random random = new Random(seed);
        List<Path> lists = Scripts.paths(document).stream()
                .filter(path -> document.read(path).orElseThrow() instanceof ConfigValue.Array)
                .toList();
        if (lists.isEmpty()) {
            return;
        }
        Path list = lists.get(random.nextInt(lists.size()));
        List<ConfigValue> before = ((ConfigValue.Array) document.read(list).orElseThrow()).items();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, before.size()).boxed().toList());
        Collections.shuffle(order, random);
        List<ListItem> items = new ArrayList<>();
        List<ConfigValue> expected = new ArrayList<>();
        for (int i = 0; i < before.size() + 2; i++) {
            if (i < order.size() && random.nextInt(4) > 0) {
                items.add(new Kept(order.get(i)));
                expected.add(before.get(order.get(i)));
            } else if (random.nextBoolean()) {
                ConfigValue value = scripts.value(2);
                items.add(new Added(value));
                expected.add(value);
            }
        }
        ScriptDocument after = document.rearranged(list, items);
        assertThat(after.readable()).as(() -> document + "\n=>\n" + after).isTrue();
        assertThat(after.read(list)).as(() -> document + "\n=>\n" + after).contains(new ConfigValue.Array(expected));
        for (Path other : Scripts.paths(document)) {
            if (!other.startsWith(list) && !list.startsWith(other)) {
                assertThat(after.read(other)).as(other.toString()).isEqualTo(document.read(other));
            }
        }
    }
}
