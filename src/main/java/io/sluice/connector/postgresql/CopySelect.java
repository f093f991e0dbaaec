package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.ResultColumn;
import java.util.List;

/**
 * Spells the COPY of a query's rows. Columns without a known binary form arrive as the text of their type's output
 * function; a cast to text would do the same but for a few types, such as inet, which has a cast of its own.
 */
final class CopySelect {
    private CopySelect() {}

    /**
     * @param columns of the query, in order
     * @param position whether the query delivers one more column, which says where a row stands
     */
    static String of(String query, List<ResultColumn> columns, boolean position) {
        boolean asIs = columns.stream()
                .allMatch(column -> BinaryColumns.isBinary(column.column().nativeType()));
        return "COPY (" + (asIs ? query : wrapped(query, columns, position)) + "\n) TO STDOUT (FORMAT binary)";
    }

    private static String wrapped(String query, List<ResultColumn> columns, boolean position) {
        StringBuilder list = new StringBuilder();
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            String separator = i == 0 ? "" : ", ";
            list.append(separator)
                    .append(field("q.c" + i, columns.get(i).column().nativeType()));
            names.append(separator).append("c").append(i);
        }
        if (position) {
            list.append(", q.position");
            names.append(", position");
        }
        return "SELECT " + list + " FROM (" + query + "\n) AS q (" + names + ")";
    }

    private static String field(String name, String nativeType) {
        if (BinaryColumns.isBinary(nativeType)) {
            return name;
        }
        return switch (nativeType) {
            case "inet" -> "textin(inet_out(" + name + "))";
            case "cidr" -> "textin(cidr_out(" + name + "))";
            case "money" -> name + "::numeric";
            case "xml" -> "textin(xml_out(" + name + "))";
            default -> name + "::text";
        };
    }
}
