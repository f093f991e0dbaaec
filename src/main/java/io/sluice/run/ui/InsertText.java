package io.sluice.run.ui;

import io.sluice.engine.DirtyRecord;
import io.sluice.run.DirtyRow;
import io.sluice.spi.data.LogicalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A dirty record as an INSERT into the target, for people who want to write it by their own means. */
final class InsertText {
    private static final Set<String> BACKTICKS = Set.of("mysql", "mariadb");
    private static final Set<String> KNOWN = Set.of("mysql", "mariadb", "postgresql", "sqlite");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?");

    private InsertText() {}

    /**
     * The statement; empty when the target is no table of a system whose texts are known here, or the values are not yet those
     * of its columns.
     */
    static Optional<String> of(DirtyRow row, RunSides.Target target, int steps) {
        boolean asWritten = row.form().stage() != DirtyRecord.Stage.TRANSFORM
                && (steps == 0 || row.form().stage() != DirtyRecord.Stage.READER);
        int count = row.values().size();
        if (!asWritten || !row.complete() || target.table().isEmpty() || !KNOWN.contains(target.type())) {
            return Optional.empty();
        }
        List<String> names = target.columns().size() == count ? target.columns() : names(row);
        if (names.size() != count) {
            return Optional.empty();
        }
        boolean backticks = BACKTICKS.contains(target.type());
        List<String> literals = new ArrayList<>();
        for (int column = 0; column < count; column++) {
            literals.add(literal(
                    row.values().get(column), row.columns().column(column).type(), target.type()));
        }
        return Optional.of("INSERT INTO " + target.table() + " ("
                + names.stream().map(name -> quoted(name, backticks)).collect(Collectors.joining(", "))
                + ") VALUES (" + String.join(", ", literals) + ");");
    }

    private static List<String> names(DirtyRow row) {
        return row.columns().columns().stream().map(column -> column.name()).toList();
    }

    /** Always, because any name may be a word of SQL. */
    private static String quoted(String name, boolean backticks) {
        return backticks ? "`" + name.replace("`", "``") + "`" : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(@Nullable String value, LogicalType type, String system) {
        if (value == null) {
            return "NULL";
        }
        boolean number = type instanceof LogicalType.Int
                || type instanceof LogicalType.Decimal
                || type instanceof LogicalType.Real;
        if (number && NUMBER.matcher(value).matches()) {
            return value;
        }
        if (type instanceof LogicalType.Binary && value.startsWith("\\x") && !system.equals("postgresql")) {
            return "x'" + value.substring(2) + "'";
        }
        String text = BACKTICKS.contains(system) ? value.replace("\\", "\\\\") : value;
        return "'" + text.replace("'", "''") + "'";
    }
}
