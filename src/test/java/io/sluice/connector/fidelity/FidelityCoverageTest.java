package io.sluice.connector.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/fidelity.md names every case and only tests that are there. */
class FidelityCoverageTest {
    private static final Path TESTS = Path.of("src/test/java/io/sluice/connector");
    private static final List<String> TABLES = List.of(
            "mariadb-postgresql",
            "postgresql-mariadb",
            "mariadb-files",
            "postgresql-files",
            "text-servers",
            "mariadb-postgresql-chosen",
            "postgresql-mariadb-chosen",
            "postgresql-chosen");

    /** Numbers that the list of cases leaves out. */
    private static final List<Integer> UNUSED = List.of(6, 11, 15, 22, 27, 31, 36, 41, 47, 54, 60, 67, 76, 83);

    private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`");

    private record Line(String name, String tables, String tests, String remark) {
        static Line of(String text) {
            String[] cells = text.split("\\|", -1);
            return new Line(cells[1].strip(), cells[3].strip(), cells[4].strip(), cells[5].strip());
        }

        boolean tested() {
            return !tables.isEmpty() || !tests.isEmpty();
        }
    }

    private static List<Line> lines() throws IOException {
        return Files.readAllLines(Path.of("docs/fidelity.md")).stream()
                .filter(line -> line.startsWith("| T"))
                .map(Line::of)
                .toList();
    }

    @Test
    void everyCaseHasALineWithATestOrAReason() throws IOException {
        List<String> all = IntStream.rangeClosed(1, 90)
                .filter(number -> !UNUSED.contains(number))
                .mapToObj("T%02d"::formatted)
                .toList();

        assertThat(lines()).extracting(Line::name).isEqualTo(all);
        assertThat(lines()).allMatch(line -> line.tested() || line.remark().startsWith("Not yet: "));
    }

    @Test
    void theTablesHoldTheCasesTheyAreNamedFor() throws IOException {
        for (String table : TABLES) {
            List<String> inTable = FidelityCase.lines(table + ".txt").stream()
                    .map(List::getFirst)
                    .distinct()
                    .sorted()
                    .toList();
            List<String> named = lines().stream()
                    .filter(line -> line.tables().contains("`" + table + "`"))
                    .map(Line::name)
                    .toList();
            assertThat(named).as(table).isEqualTo(inTable);
        }
    }

    @Test
    void theNamedTestsAreThere() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Line line : lines()) {
            List<String> named = TEST.matcher(line.tests())
                    .results()
                    .map(found -> found.group())
                    .toList();
            assertThat(named)
                    .as(line.name())
                    .hasSize(line.tests().isEmpty() ? 0 : line.tests().split(", ").length);
            named.stream().filter(test -> !isThere(test)).forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    private static boolean isThere(String test) {
        String[] parts = test.replace("`", "").split("\\.");
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.endsWith(parts[0] + ".java"))
                    .anyMatch(file -> text(file).contains(" void " + parts[1] + "("));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
