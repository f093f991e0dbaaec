package io.sluice.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    @Test
    void findsTheFewestLines() {
        assertThat(told("a\nb\nc\nd\n", "a\nx\nc\nd\ne\n")).containsExactly(" a", "-b", "+x", " c", " d", "+e");
        assertThat(told("", "a\n")).containsExactly("+a");
        assertThat(told("a\nb\n", "")).containsExactly("-a", "-b");
        assertThat(told("a\n", "a\n")).containsExactly(" a");
        assertThat(told("a\nb\n", "c\nd\n")).containsExactly("-a", "-b", "+c", "+d");
    }

    @Test
    void numbersTheLinesOfBothTexts() {
        assertThat(LineDiff.between("a\nb\nc", "a\nc\nd"))
                .containsExactly(
                        new LineDiff.Line(LineDiff.Kind.SAME, "a", 1, 1),
                        new LineDiff.Line(LineDiff.Kind.REMOVED, "b", 2, 0),
                        new LineDiff.Line(LineDiff.Kind.SAME, "c", 3, 2),
                        new LineDiff.Line(LineDiff.Kind.ADDED, "d", 0, 3));
    }

    @Test
    void holdsBothTextsWhateverTheyAre() {
        Random random = new Random(4);
        for (int round = 0; round < 2_000; round++) {
            String before = text(random);
            String after = text(random);
            assertBoth(before, after);
        }
    }

    @Test
    void takesLongTextsThatShareNothingAsAWhole() {
        String before = IntStream.range(0, 20_000).mapToObj(i -> "a" + i).collect(Collectors.joining("\n"));
        String after = IntStream.range(0, 20_000).mapToObj(i -> "b" + i).collect(Collectors.joining("\n"));
        assertBoth("first\n" + before + "\nlast", "first\n" + after + "\nlast");
    }

    private static void assertBoth(String before, String after) {
        List<LineDiff.Line> lines = LineDiff.between(before, after);
        assertThat(lines.stream().filter(line -> line.before() > 0).map(LineDiff.Line::text))
                .containsExactlyElementsOf(before.lines().toList());
        assertThat(lines.stream().filter(line -> line.after() > 0).map(LineDiff.Line::text))
                .containsExactlyElementsOf(after.lines().toList());
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> String.valueOf((char) ('a' + random.nextInt(4))))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> told(String before, String after) {
        return LineDiff.between(before, after).stream()
                .map(line -> switch (line.kind()) {
                    case SAME -> " " + line.text();
                    case REMOVED -> "-" + line.text();
                    case ADDED -> "+" + line.text();
                })
                .toList();
    }
}
