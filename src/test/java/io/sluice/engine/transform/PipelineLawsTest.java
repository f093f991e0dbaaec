package io.sluice.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.convert.ConversionRules;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A chain of steps over vectors does to each row what plain functions do to its values. */
class PipelineLawsTest {
    private static final int CHAINS = 150;
    private static final String[] PIECES = {"a", "B", "é", "e\u0301", "😀", "漢", " ", "0", "7", "null", "."};

    /** A row of the model; values are null for NULL. */
    private record Row(
            @Nullable Long n, @Nullable String t, @Nullable String u) {
        Row withT(@Nullable String text) {
            return new Row(n, text, u);
        }

        @Override
        public String toString() {
            return (n == null ? "NULL" : n) + "|" + (t == null ? "NULL" : t) + "|" + (u == null ? "NULL" : u);
        }
    }

    /** Thrown by the model for a dirty row; an empty list is a filtered one. */
    private static final class Dirty extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record Step(String type, String parameters, Function<Row, List<Row>> model) {}

    private static Step text(String type, String parameters, Function<String, String> change) {
        return new Step(type, parameters, row -> List.of(row.withT(row.t == null ? null : change.apply(row.t))));
    }

    private static Step overlay(int start, int length) {
        return text(
                "overlay",
                "{\"name\": \"t\", \"start\": %d, \"length\": %d, \"text\": \"<😀>\"}".formatted(start, length),
                text -> {
                    int[] points = text.codePoints().toArray();
                    if (start > points.length) {
                        throw new Dirty();
                    }
                    int rest = Math.min(points.length, start + length);
                    return new String(points, 0, start) + "<😀>" + new String(points, rest, points.length - rest);
                });
    }

    private static Step mask(int start) {
        return text("mask", "{\"name\": \"t\", \"keepFirst\": %d, \"keepLast\": 1}".formatted(start), text -> {
            int[] points = text.codePoints().toArray();
            boolean longer = points.length > start + 1;
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < points.length; i++) {
                boolean shown = longer && (i < start || i == points.length - 1);
                out.appendCodePoint(shown ? points[i] : '*');
            }
            return out.toString();
        });
    }

    private static List<Step> steps(Random random) {
        int start = random.nextInt(4);
        int length = random.nextInt(6);
        long limit = random.nextInt(-50, 50);
        return List.of(
                text("substring", "{\"name\": \"t\", \"start\": %d, \"length\": %d}".formatted(start, length), text -> {
                    int[] points = text.codePoints().toArray();
                    if (start > points.length) {
                        throw new Dirty();
                    }
                    return new String(points, start, Math.min(length, points.length - start));
                }),
                new Step(
                        "pad",
                        "{\"name\": \"t\", \"side\": \"right\", \"length\": %d, \"padString\": \"é😀x\", \"nullAsEmpty\": true}"
                                .formatted(length),
                        row -> List.of(row.withT(padded(row.t == null ? "" : row.t, length)))),
                overlay(start, length),
                text(
                        "stringreplace",
                        "{\"condition\": {\"name\": \"t\", \"replaceString\": \"a\", \"replaceByString\": \"$é\", \"caseSensitive\": true}}",
                        text -> text.replace("a", "$é")),
                mask(start),
                new Step(
                        "filter",
                        "{\"name\": \"n\", \"operator\": \">\", \"value\": \"%d.5\"}".formatted(limit),
                        row -> row.n != null && 2 * row.n > (limit < 0 ? 2 * limit - 1 : 2 * limit + 1)
                                ? List.of(row)
                                : List.of()),
                new Step(
                        "filter",
                        "{\"name\": \"t\", \"operator\": \"like\", \"value\": \".*[0-9].*\", \"matching\": \"drop\"}",
                        row -> row.t != null && row.t.matches(".*[0-9].*") ? List.of() : List.of(row)),
                new Step("cast", "{\"fields\": {\"name\": \"n\", \"type\": \"int8\"}}", row -> {
                    if (row.n != null && (row.n < Byte.MIN_VALUE || row.n > Byte.MAX_VALUE)) {
                        throw new Dirty();
                    }
                    return List.of(row);
                }),
                new Step("project", "{\"columnIndex\": [0, 2, 1]}", row -> List.of(row)),
                new Step(
                        "fieldassign",
                        "{\"fields\": {\"name\": \"u\", \"value\": \"c\"}}",
                        row -> List.of(new Row(row.n, row.t, "c"))));
    }

    private static String padded(String text, int length) {
        int[] fill = "é😀x".codePoints().toArray();
        int[] points = text.codePoints().toArray();
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < length; i++) {
            out.appendCodePoint(i < points.length ? points[i] : fill[(i - points.length) % fill.length]);
        }
        return out.toString();
    }

    private static @Nullable String text(Random random) {
        if (random.nextInt(6) == 0) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(8); left > 0; left--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aChainDoesToEachRowWhatTheModelDoes(long seed) {
        Random random = new Random(seed);
        for (int chain = 0; chain < CHAINS; chain++) {
            Rows rows = Rows.of(
                    ConversionRules.DEFAULT,
                    new Column("n", LogicalType.Int.INT64),
                    new Column("t", LogicalType.Text.UNBOUNDED),
                    new Column("u", LogicalType.Text.UNBOUNDED));
            List<Row> model = new ArrayList<>();
            for (int count = random.nextInt(200); count > 0; count--) {
                Row row =
                        new Row(random.nextInt(5) == 0 ? null : random.nextLong(-200, 200), text(random), text(random));
                model.add(row);
                rows.row(row.n, row.t, row.u);
            }
            check(rows, model, random);
        }
    }

    /** Twice, because batches are used again. */
    private static void check(Rows rows, List<Row> model, Random random) {
        List<String> chain = new ArrayList<>();
        List<Row> expected = model;
        int dirty = 0;
        int filtered = 0;
        int moved = 0;
        for (int length = random.nextInt(6); length > 0; length--) {
            List<Step> all = steps(random);
            Step step = all.get(random.nextInt(all.size()));
            moved += step.type.equals("project") ? 1 : 0;
            chain.add(step.type + " " + step.parameters);
            rows.then(step.type, step.parameters);
            List<Row> next = new ArrayList<>();
            for (Row row : expected) {
                try {
                    List<Row> made = step.model.apply(row);
                    filtered += made.isEmpty() ? 1 : 0;
                    next.addAll(made);
                } catch (Dirty e) {
                    dirty++;
                }
            }
            expected = next;
        }
        boolean turned = moved % 2 == 1;
        List<String> wanted = expected.stream()
                .map(row -> turned ? new Row(row.n, row.u, row.t) : row)
                .map(Row::toString)
                .toList();
        assertThat(rows.run()).as(chain.toString()).isEqualTo(wanted);
        assertThat(rows.dirty).as(chain.toString()).hasSize(dirty);
        assertThat(rows.filtered).as(chain.toString()).isEqualTo(filtered);
    }
}
