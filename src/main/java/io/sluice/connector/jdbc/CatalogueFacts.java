package io.sluice.connector.jdbc;

import io.sluice.spi.data.Column;
import java.util.ArrayList;
import java.util.List;

/** Adds to the columns of a result what only the catalogue of their table knows. */
final class CatalogueFacts {
    private CatalogueFacts() {}

    /**
     * @param list the select list, quoted; an element that is no column of the table stays as it is described
     * @param described one for each element of the list; when the numbers differ nothing is added
     */
    static List<ResultColumn> add(
            Dialect dialect, Tables.Table table, List<String> list, List<ResultColumn> described) {
        if (list.size() != described.size()) {
            return described;
        }
        List<ResultColumn> known = new ArrayList<>();
        for (int index = 0; index < list.size(); index++) {
            String element = list.get(index);
            ResultColumn result = described.get(index);
            known.add(table.columns().stream()
                    .filter(column -> dialect.quote(column.name()).equals(element))
                    .findFirst()
                    .map(column -> new ResultColumn(with(column, result.column()), result.decoder()))
                    .orElse(result));
        }
        return List.copyOf(known);
    }

    private static Column with(TableColumn catalogue, Column plain) {
        return new Column(
                plain.name(),
                plain.type(),
                plain.nullable(),
                plain.nativeType(),
                catalogue.key(),
                catalogue.comment(),
                catalogue.filled());
    }
}
