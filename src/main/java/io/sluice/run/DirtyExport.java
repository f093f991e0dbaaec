package io.sluice.run;

import io.sluice.spi.data.Schema;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes dirty records as a file for other tools: their values as they would be written now, and what is known of each. */
public sealed interface DirtyExport {
    /** Kinds of file. */
    enum Format {
        CSV,
        JSON_LINES
    }

    void write(DirtyRow row) throws IOException;

    /** @param shapes the columns records may have; a CSV file has each of their names once */
    static DirtyExport of(Format format, List<Schema> shapes, Writer out) throws IOException {
        return switch (format) {
            case CSV -> Csv.begin(new DirtyColumns(shapes), out);
            case JSON_LINES -> new JsonLines(out);
        };
    }

    /**
     * Values in quotes, NULL as an empty field without. A value a spreadsheet would take for a formula gets an apostrophe in
     * front, as otherwise a row of a database could run something on the machine of whoever opens the file.
     */
    record Csv(DirtyColumns columns, Writer out) implements DirtyExport {
        private static final List<String> FACTS = List.of(
                DirtyFileReader.RECORD,
                "sluice_state",
                "sluice_cause",
                "sluice_column",
                "sluice_message",
                "sluice_place");

        static Csv begin(DirtyColumns columns, Writer out) throws IOException {
            Csv file = new Csv(columns, out);
            List<@Nullable String> header = new ArrayList<>(FACTS);
            header.addAll(columns.names());
            SpreadsheetText.line(header, out);
            return file;
        }

        @Override
        public void write(DirtyRow row) throws IOException {
            DirtyRow.Cause cause = row.cause();
            List<@Nullable String> fields = new ArrayList<>();
            fields.add(Long.toString(row.sequence()));
            fields.add(row.state().name());
            fields.add(cause.code());
            fields.add(cause.columnName());
            fields.add(cause.message());
            fields.add(cause.place());
            for (int column = 0; column < columns.names().size(); column++) {
                fields.add(columns.value(row, column));
            }
            int known = Math.min(row.columns().size(), row.values().size());
            fields.addAll(row.values().subList(known, row.values().size()));
            SpreadsheetText.line(fields, out);
        }
    }

    /** One JSON object to a line; NULL is null. */
    record JsonLines(Writer out) implements DirtyExport {
        @Override
        public void write(DirtyRow row) throws IOException {
            DirtyRow.Cause cause = row.cause();
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            line.put("record", row.sequence());
            line.put("state", row.state().name());
            line.put("code", cause.code());
            line.put("column", cause.columnName());
            line.put("message", cause.message());
            line.put("place", cause.place());
            line.put(
                    "columns",
                    row.columns().columns().stream()
                            .map(column -> column.name())
                            .toList());
            line.put("values", row.values());
            line.put("original", row.original());
            out.write(RunJson.write(line));
            out.write('\n');
        }
    }
}
