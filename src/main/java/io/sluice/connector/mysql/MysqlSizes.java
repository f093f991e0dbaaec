package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.TableProposal.Choice;
import io.sluice.spi.TableDefinition.Instants;
import io.sluice.spi.data.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Chooses the types of a table's columns so that its key and its rows stay within the servers' limits. */
final class MysqlSizes {
    private static final int ROW_BYTES = 65_535;
    private static final int KEY_BYTES = 3_072;
    private static final String DISTINCT =
            "compared by its bytes, so that keys which differ in case or accents stay two";

    private final List<Column> columns;
    private final Instants instants;
    private final List<MysqlColumnType> types = new ArrayList<>();

    MysqlSizes(List<Column> columns, Instants instants) {
        this.columns = columns;
        this.instants = instants;
        columns.forEach(column -> types.add(MysqlColumnType.of(column, instants)));
    }

    List<Choice> choices() {
        fitKey();
        fitRow();
        List<Choice> choices = new ArrayList<>();
        for (int index = 0; index < types.size(); index++) {
            MysqlColumnType type = types.get(index);
            boolean distinct = columns.get(index).key() && type.sized() && type.isText();
            choices.add(new Choice(
                    type.sql() + (distinct ? " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin" : "") + nullable(index),
                    type.reason() + (distinct ? "; " + DISTINCT : ""),
                    MysqlColumnType.choice(columns.get(index), instants)));
        }
        return choices;
    }

    /** Old servers give a TIMESTAMP that says nothing a value of their own in place of NULL. */
    private String nullable(int index) {
        Column column = columns.get(index);
        boolean timestamp = types.get(index).name().startsWith("TIMESTAMP");
        return timestamp && column.nullable() && !column.key() ? " NULL" : "";
    }

    /** Key columns of text and bytes need a length, and together with the others they have 3,072 bytes. */
    private void fitKey() {
        List<Integer> variable = new ArrayList<>();
        int left = KEY_BYTES;
        for (int index = 0; index < types.size(); index++) {
            if (!columns.get(index).key()) {
                continue;
            }
            if (variable(types.get(index))) {
                variable.add(index);
            } else {
                left -= types.get(index).bytes();
            }
        }
        variable.sort(Comparator.comparingLong(this::keyBytes));
        for (int done = 0; done < variable.size(); done++) {
            int index = variable.get(done);
            long share = Math.max(4, left / (variable.size() - done));
            long given = Math.min(keyBytes(index), share);
            types.set(index, keyType(index, (int) given));
            left -= (int) given;
        }
    }

    private static boolean variable(MysqlColumnType type) {
        String name = type.name();
        return type.sized() || name.endsWith("TEXT") || name.endsWith("BLOB") || name.equals("JSON");
    }

    private long keyBytes(int index) {
        MysqlColumnType type = types.get(index);
        return type.sized() ? (long) type.length() * type.widthOfUnit() : Long.MAX_VALUE;
    }

    private MysqlColumnType keyType(int index, int bytes) {
        MysqlColumnType wished = types.get(index);
        if (wished.sized() && wished.length() * wished.widthOfUnit() <= bytes) {
            return wished;
        }
        String reason = "a key has at most 3,072 bytes, so longer values are refused";
        return wished.name().endsWith("BLOB") || wished.sized() && !wished.isText()
                ? new MysqlColumnType("VARBINARY", bytes, 1, 2, reason)
                : new MysqlColumnType("VARCHAR", bytes / 4, 4, 2, reason);
    }

    /** The longest columns leave the row until the rest fits. */
    private void fitRow() {
        int nullBits = (types.size() + 7) / 8;
        while (nullBits + types.stream().mapToInt(MysqlColumnType::bytes).sum() > ROW_BYTES) {
            int longest = IntStream.range(0, types.size())
                    .filter(index ->
                            types.get(index).sized() && !columns.get(index).key())
                    .boxed()
                    .max(Comparator.comparingInt(index -> types.get(index).bytes()))
                    .orElse(-1);
            if (longest < 0 || types.get(longest).length() * types.get(longest).widthOfUnit() <= 255) {
                return;
            }
            MysqlColumnType type = types.get(longest);
            types.set(
                    longest,
                    MysqlColumnType.outside(
                            type.isText(),
                            (long) type.length() * type.widthOfUnit(),
                            "the columns of a row share 65,535 bytes, so this one is kept outside of it"));
        }
    }
}
