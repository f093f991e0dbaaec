package io.sluice.connector.jdbc;

import io.sluice.spi.Unrepresentable;
import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.Option;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a date that cannot be represented, as scripts choose it. */
public enum DateChoice {
    @Option(label = "Dirty record")
    DIRTY,
    @Option(label = "NULL", help = "The record stays dirty where the column is NOT NULL.")
    CONVERT_TO_NULL,
    @Option(label = "A date", help = "Midnight of the date given for it.")
    REPLACE;

    private static final int LAST_YEAR = 9999;

    /** The date of a text as 2024-01-31; null for an empty text, and for one that {@link #problems} complains about. */
    public static @Nullable LocalDate date(String text) {
        try {
            LocalDate date = text.isEmpty() ? null : LocalDate.parse(text);
            return date != null && date.getYear() >= 1 && date.getYear() <= LAST_YEAR ? date : null;
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }

    /**
     * What is wrong with the dates that go with a choice.
     *
     * @param choice name of its parameter
     * @param dates the dates' parameters and their texts; with {@link #REPLACE} at least one is needed
     */
    public List<ConfigProblem> problems(String choice, List<Given> dates) {
        List<ConfigProblem> wrong = dates.stream()
                .filter(given -> !given.text().isEmpty() && date(given.text()) == null)
                .map(given -> problem(
                        given.parameter(),
                        ConfigProblem.Kind.OUT_OF_RANGE,
                        "A date is written as 2024-01-31, from the year 1 to 9999"))
                .toList();
        boolean none = dates.stream().allMatch(given -> given.text().isEmpty());
        if (this == REPLACE && none) {
            return List.of(problem(
                    dates.getFirst().parameter(), ConfigProblem.Kind.MISSING, "'replace' needs the date to put in"));
        }
        if (this != REPLACE && !none) {
            return List.of(problem(
                    choice, ConfigProblem.Kind.CONTRADICTION, "A date to put in is given, so choose 'replace'"));
        }
        return wrong;
    }

    /** A date as a parameter gives it. */
    public record Given(String parameter, String text) {}

    private static ConfigProblem problem(String parameter, ConfigProblem.Kind kind, String message) {
        return new ConfigProblem(Unrepresentable.PARAMETER + "." + parameter, kind, message);
    }
}
