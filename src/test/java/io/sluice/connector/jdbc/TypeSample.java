package io.sluice.connector.jdbc;

import io.sluice.testing.MariaDbServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A column with a type and values of it, and how each server shows it. */
record TypeSample(String name, String type, List<String> values, String mariaDb, String postgreSql, String sqlite) {
    /** Fields are separated by {@code ;;}; an empty one means what is usual. */
    static List<TypeSample> load(String resource) {
        try (InputStream table = TypeSample.class.getResourceAsStream(resource)) {
            String text = new String(Objects.requireNonNull(table, resource).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(TypeSample::of)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static TypeSample of(String line) {
        @Nullable String[] fields = Arrays.copyOf(line.split(" ;;", -1), 6);
        String name = field(fields[0], "");
        return new TypeSample(
                name,
                field(fields[1], ""),
                List.of(field(fields[2], "").split(" / ")),
                field(fields[3], "{c}").replace("{c}", name),
                field(fields[4], "{c}::text").replace("{c}", name),
                field(fields[5], "{c}").replace("{c}", name));
    }

    /** Those of MariaDB; MySQL has no UUID, and takes parts of a second only below 838 hours. */
    static List<TypeSample> ofMariaDb() {
        List<TypeSample> all = load("types-mariadb.txt");
        return MariaDbServer.isMySql()
                ? all.stream()
                        .filter(sample -> !sample.type().equals("uuid"))
                        .map(sample -> sample.with("838:59:59.9", "837:59:59.9"))
                        .toList()
                : all;
    }

    static String longestTime() {
        return MariaDbServer.isMySql() ? "837H59M59.999999S" : "838H59M59.999999S";
    }

    private TypeSample with(String old, String other) {
        List<String> changed =
                values.stream().map(value -> value.replace(old, other)).toList();
        return new TypeSample(name, type, changed, mariaDb, postgreSql, sqlite);
    }

    private static String field(@Nullable String text, String usual) {
        return text == null || text.isBlank() ? usual : text.strip();
    }
}
