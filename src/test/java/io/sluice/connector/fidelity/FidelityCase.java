package io.sluice.connector.fidelity;

import io.sluice.testing.MariaDbServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One value that must arrive.
 *
 * @param name the number of cases/fidelity.md
 * @param literal the value in the source server's SQL
 * @param read what the reader's column list says of column {@code v}
 * @param shown an expression on {@code v} by which the target server shows the value
 * @param expected what it then shows; {@link #DIRTY} when the row must not be stored, {@link #REFUSED} when the run
 *     must fail before it stores anything
 */
record FidelityCase(
        String name, String sourceType, String literal, String read, String targetType, String shown, String expected) {
    static final String DIRTY = "DIRTY";
    static final String REFUSED = "REFUSED";

    boolean dirty() {
        return expected.equals(DIRTY);
    }

    boolean refused() {
        return expected.equals(REFUSED);
    }

    /** Whether it is a date or a time, on which the zone of the JVM must have no influence. */
    boolean temporal() {
        int number = Integer.parseInt(name.substring(1));
        return number >= 24 && number <= 50;
    }

    @Override
    public String toString() {
        String short100 = literal.length() > 100 ? literal.substring(0, 100) + "…" : literal;
        return name + " " + sourceType + " " + short100 + (read.equals("v") ? "" : " read as " + read) + " to "
                + targetType;
    }

    /**
     * A table of cases: name, source type, literal, target type, shown, expected, and optionally the reader's
     * expression, separated by {@code ;;}.
     */
    static List<FidelityCase> load(String resource) {
        return lines(resource).stream()
                .map(FidelityCase::of)
                .filter(one -> !resource.startsWith("mariadb") || known(one.sourceType))
                .filter(one -> !resource.contains("-mariadb") || known(one.targetType))
                .map(one -> MariaDbServer.isMySql() && !one.dirty() ? one.inMySql() : one)
                .toList();
    }

    private FidelityCase inMySql() {
        String other = inMySql(List.of(name, sourceType, literal, targetType), expected);
        return new FidelityCase(name, sourceType, literal, read, targetType, shown, other);
    }

    /** What is expected of a MySQL. @param one name, source type, literal and target type of a case */
    static String inMySql(List<String> one, String otherwise) {
        return lines("mysql.txt").stream()
                .filter(fields -> fields.subList(0, 4).equals(one))
                .map(List::getLast)
                .findFirst()
                .orElse(otherwise);
    }

    /** Whether the server in MariaDB's place has such a type. */
    static boolean known(String type) {
        return !MariaDbServer.isMySql() || !type.matches("uuid|inet[46]|decimal\\(\\d+,3[1-8]\\)");
    }

    private static FidelityCase of(List<String> fields) {
        return new FidelityCase(
                fields.get(0),
                fields.get(1),
                fields.get(2),
                fields.size() > 6 ? fields.get(6) : "v",
                fields.get(3),
                or(fields.get(4), "v"),
                fields.get(5));
    }

    static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    /** The lines of a table, taken apart; blank ones and those behind {@code #} are left out. */
    static List<List<String>> lines(String resource) {
        try (InputStream table = FidelityCase.class.getResourceAsStream(resource)) {
            String text = new String(Objects.requireNonNull(table, resource).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(";;", -1)).stream()
                            .map(String::strip)
                            .toList())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
