package io.sluice.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The columns of {@code bench/table-postgresql.sql} as jobs name them. */
final class TableColumns {
    private static final List<String> NAMES = List.of(
            "id", "c_int", "c_small", "qty", "price", "amount", "name", "code", "created", "updated", "birth", "score",
            "ratio", "note");
    private static final List<String> TYPES = List.of(
            "long", "long", "long", "long", "decimal", "decimal", "string", "string", "date", "date", "date", "double",
            "double", "string");

    private TableColumns() {}

    /** The names as the elements of a JSON array. */
    static String names() {
        return NAMES.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }

    /** The fields of a file, with their types, as the elements of a JSON array. */
    static String fields() {
        return IntStream.range(0, TYPES.size())
                .mapToObj(index -> "{\"index\": %d, \"type\": \"%s\"}".formatted(index, TYPES.get(index)))
                .collect(Collectors.joining(", "));
    }
}
