package io.sluice.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.script.transform.TransformType;
import io.sluice.spi.config.ConfigValue;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MapStepEditsTest {
    private static final String TASK = """
            {
              "type": "job", "version": "2.0",
              "steps": [
                {"stepType": "stream", "name": "Reader", "category": "reader", "parameter": {}}, // where from
                {"stepType": "stream", "name": "Writer", "category": "writer", "parameter": {"odd": 1.50}}
              ],
              "order": {
                "hops": [
                  {"from": "Reader", "to": "Writer"} // one way
                ]
              },
              "later": null
            }
            """;
    private static final Catalog NOTHING = new ConnectorCatalog(List.of(), java.util.Map.of());

    private static ScriptDocument add(ScriptDocument document, TransformType type) {
        return MapSteps.add(document, type, ConfigValue.Obj.EMPTY);
    }

    private static List<String> order(ScriptDocument document) {
        return SyncTask.maps(document).stream().map(SyncTask.Step::name).toList();
    }

    private static void isOnePath(ScriptDocument document) {
        assertThat(document.problems(NOTHING)).extracting(Problem::code).doesNotContain("S013", "S001");
    }

    @Test
    void aNewStepStandsBetweenTheLastOneAndTheWriter() {
        ScriptDocument one = add(ScriptDocument.parse(TASK), TransformType.FILTER);
        assertThat(one.text()).isEqualTo("""
            {
              "type": "job", "version": "2.0",
              "steps": [
                {"stepType": "stream", "name": "Reader", "category": "reader", "parameter": {}}, // where from
                {"stepType": "stream", "name": "Writer", "category": "writer", "parameter": {"odd": 1.50}},
                {
                  "stepType": "filter",
                  "name": "Filter",
                  "category": "map",
                  "parameter": {}
                }
              ],
              "order": {
                "hops": [
                  {"from": "Reader", "to": "Filter"}, // one way
                  {"from": "Filter", "to": "Writer"}
                ]
              },
              "later": null
            }
            """);
        ScriptDocument three = add(add(one, TransformType.MASK), TransformType.FILTER);
        assertThat(order(three)).containsExactly("Filter", "Mask", "Filter 2");
        isOnePath(three);
    }

    @Test
    void takingAStepOutJoinsItsNeighboursAndRestoresTheText() {
        ScriptDocument one = add(ScriptDocument.parse(TASK), TransformType.FILTER);
        ScriptDocument two = add(one, TransformType.MASK);
        ScriptDocument without = MapSteps.remove(two, Path.parse("steps[2]"));
        assertThat(order(without)).containsExactly("Mask");
        isOnePath(without);
        assertThat(MapSteps.remove(two, Path.parse("steps[3]")).text()).isEqualTo(one.text());
        assertThat(MapSteps.remove(one, Path.parse("steps[2]")).text()).isEqualTo(TASK);
    }

    @Test
    void movingChangesOnlyHops() {
        ScriptDocument three =
                add(add(add(ScriptDocument.parse(TASK), TransformType.FILTER), TransformType.MASK), TransformType.CAST);
        ScriptDocument moved = MapSteps.move(three, Path.parse("steps[4]"), 0);
        assertThat(order(moved)).containsExactly("Cast", "Filter", "Mask");
        isOnePath(moved);
        assertThat(moved.read(Path.of("steps"))).isEqualTo(three.read(Path.of("steps")));
        assertThat(moved.text())
                .contains("// one way")
                .contains("// where from")
                .contains("1.50");
        assertThat(MapSteps.move(moved, Path.parse("steps[4]"), 2).text()).isEqualTo(three.text());
        assertThat(MapSteps.move(three, Path.parse("steps[2]"), 0)).isSameAs(three);
    }

    @Test
    void stepsWithoutHopsAndNamesGetThemWhenTheyAreMoved() {
        ScriptDocument bare = ScriptDocument.parse("""
                {"steps": [
                  {"stepType": "a", "category": "reader"},
                  {"stepType": "mask", "category": "map", "name": "Same"},
                  {"stepType": "filter", "category": "map", "name": "Same"},
                  {"stepType": "b", "category": "writer"}
                ]}
                """);
        ScriptDocument added = add(bare, TransformType.PAD);
        assertThat(added.read(Path.of("order")))
                .as("the order of the steps says it")
                .isEmpty();
        ScriptDocument moved = MapSteps.move(added, Path.parse("steps[4]"), 0);
        assertThat(order(moved)).containsExactly("Pad", "Same", "Same 2");
        isOnePath(moved);
    }

    @Test
    void renamingRenamesInTheHopsToo() {
        ScriptDocument two = add(add(ScriptDocument.parse(TASK), TransformType.FILTER), TransformType.MASK);
        ScriptDocument renamed = MapSteps.rename(two, Path.parse("steps[2]"), "Only paid orders");
        assertThat(order(renamed)).containsExactly("Only paid orders", "Mask");
        isOnePath(renamed);
        assertThat(MapSteps.rename(two, Path.parse("steps[2]"), "Mask")).isSameAs(two);
        assertThat(MapSteps.rename(two, Path.parse("steps[2]"), " ")).isSameAs(two);
    }

    @Test
    void anySequenceOfEditsKeepsOnePathAndEverythingElse() {
        SplittableRandom random = new SplittableRandom(7);
        for (int sequence = 0; sequence < 300; sequence++) {
            ScriptDocument document = ScriptDocument.parse(TASK);
            int wanted = 0;
            for (int edit = 0; edit < 12; edit++) {
                List<SyncTask.Step> maps = SyncTask.maps(document);
                int choice = random.nextInt(4);
                if (maps.isEmpty() || choice == 0) {
                    TransformType[] types = TransformType.values();
                    document = add(document, types[random.nextInt(types.length)]);
                    wanted++;
                } else {
                    Path step = maps.get(random.nextInt(maps.size())).path();
                    switch (choice) {
                        case 1 -> {
                            document = MapSteps.remove(document, step);
                            wanted--;
                        }
                        case 2 -> document = MapSteps.move(document, step, random.nextInt(maps.size()));
                        default -> document = MapSteps.rename(document, step, "n" + random.nextInt(99));
                    }
                }
                isOnePath(document);
                assertThat(SyncTask.maps(document)).hasSize(wanted);
            }
            assertThat(document.text()).contains("// where from", "// one way", "1.50", "\"later\": null");
        }
    }
}
