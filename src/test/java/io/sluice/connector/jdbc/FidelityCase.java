package io.sluice.connector.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One line of a table of cases: name, source type, literal, target type, what the target server shows of {@code v},
 * and what that must be; {@code DIRTY} when the row must not be stored.
 */
record FidelityCase(
        String name, String sourceType, String literal, String targetType, String compared, String expected) {
    boolean dirty() {
        return expected.equals("DIRTY");
    }

    @Override
    public String toString() {
        return name + " " + sourceType + " " + literal + " to " + targetType;
    }

    /** Fields are separated by {@code ;;}; an empty comparison means the value as it is. */
    static List<FidelityCase> load(String resource) {
        try (InputStream table = FidelityCase.class.getResourceAsStream(resource)) {
            String text = new String(Objects.requireNonNull(table, resource).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(FidelityCase::of)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FidelityCase of(String line) {
        String[] fields = line.split(";;", -1);
        String compared = fields[4].strip().isEmpty() ? "v" : fields[4].strip();
        return new FidelityCase(
                fields[0].strip(),
                fields[1].strip(),
                fields[2].strip(),
                fields[3].strip(),
                compared,
                fields[5].strip());
    }
}
