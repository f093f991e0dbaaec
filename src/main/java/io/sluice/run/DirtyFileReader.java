package io.sluice.run;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.sluice.run.CsvFields.Field;
import io.sluice.run.CsvFields.Line;
import io.sluice.run.DirtyImport.Kind;
import io.sluice.run.DirtyImport.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares a file that {@link DirtyExport} wrote and somebody has changed with the records as they are. Records are found by
 * their number, columns by their name; both may be fewer than were exported. An empty field stands for NULL, and in quotes for
 * an empty text; as spreadsheets forget the quotes, it changes neither NULL nor an empty text.
 */
final class DirtyFileReader {
    static final String RECORD = "sluice_record";

    private static final String OURS = "sluice_";
    private static final int CHUNK = 500;
    private static final int MOST_PROBLEMS = 100;

    private final DirtyColumns columns;
    private final Function<List<Long>, Map<Long, DirtyRow>> find;
    private final List<CorrectedRow> changes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private long lines;
    private long values;
    private long settled;

    /** @param find finds records by their sequences */
    DirtyFileReader(DirtyColumns columns, Function<List<Long>, Map<Long, DirtyRow>> find) {
        this.columns = columns;
        this.find = find;
    }

    private sealed interface Head {}

    /** The column of the records that each field of the file stands for; those of ours are left out. */
    private record Heads(int record, Map<Integer, Integer> places) implements Head {}

    private record Wrong(Problem why) implements Head {}

    DirtyImport read(byte[] file) {
        try (CsvReader<Line> csv = CsvFields.read(file);
                CloseableIterator<Line> all = csv.iterator()) {
            if (!all.hasNext()) {
                return DirtyImport.refused(new Problem(0, Kind.NO_RECORDS, ""));
            }
            switch (heads(all.next())) {
                case Wrong wrong -> problem(wrong.why());
                case Heads heads -> take(heads, all);
            }
        } catch (CharacterCodingException noText) {
            return DirtyImport.refused(new Problem(0, Kind.UNREADABLE, "UTF-8"));
        } catch (IOException | CsvParseException broken) {
            return DirtyImport.refused(new Problem(lines + 2, Kind.UNREADABLE, String.valueOf(broken.getMessage())));
        }
        return new DirtyImport(lines, changes, values, settled, problems);
    }

    private Head heads(Line first) {
        int record = -1;
        Map<Integer, Integer> places = new HashMap<>();
        List<String> free = new ArrayList<>(columns.names());
        for (int field = 0; field < first.fields().size(); field++) {
            String name = SpreadsheetText.value(first.fields().get(field).text());
            if (name.equals(RECORD)) {
                record = field;
            } else if (!name.startsWith(OURS) && !name.isEmpty()) {
                int column = free.indexOf(name);
                if (column < 0) {
                    return new Wrong(new Problem(1, Kind.UNKNOWN_COLUMN, name));
                }
                free.set(column, "");
                places.put(field, column);
            }
        }
        return record < 0 ? new Wrong(new Problem(1, Kind.NO_RECORDS, "")) : new Heads(record, places);
    }

    private void take(Heads heads, CloseableIterator<Line> all) {
        List<Line> chunk = new ArrayList<>();
        while (all.hasNext()) {
            chunk.add(all.next());
            if (chunk.size() == CHUNK || !all.hasNext()) {
                take(heads, chunk);
                chunk.clear();
            }
        }
    }

    private void take(Heads heads, List<Line> chunk) {
        Map<Line, Long> sequences = new HashMap<>();
        for (Line line : chunk) {
            sequences.put(line, sequence(heads, line));
        }
        Map<Long, DirtyRow> rows = find.apply(List.copyOf(sequences.values()));
        for (Line line : chunk) {
            lines++;
            DirtyRow row = rows.get(sequences.get(line));
            if (row == null) {
                problem(new Problem(line.number(), Kind.UNKNOWN_RECORD, text(heads, line)));
            } else if (row.state() != DirtyState.OPEN) {
                settled++;
            } else {
                compare(heads, line, row);
            }
        }
    }

    private static String text(Heads heads, Line line) {
        return heads.record() < line.fields().size()
                ? line.fields().get(heads.record()).text()
                : "";
    }

    private static long sequence(Heads heads, Line line) {
        String text = text(heads, line).strip();
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }

    private void compare(Heads heads, Line line, DirtyRow row) {
        List<@Nullable String> now = new ArrayList<>(row.values());
        int changed = 0;
        for (Map.Entry<Integer, Integer> head : heads.places().entrySet()) {
            if (head.getKey() < line.fields().size()) {
                Field field = line.fields().get(head.getKey());
                changed += set(now, columns.place(row, head.getValue()), field) ? 1 : 0;
                if (columns.place(row, head.getValue()) < 0 && !field.text().isEmpty()) {
                    String name = columns.names().get(head.getValue());
                    problem(new Problem(line.number(), Kind.NO_VALUE, name));
                }
            }
        }
        if (changed > 0) {
            values += changed;
            changes.add(new CorrectedRow(row, now));
        }
    }

    /** Whether the field is another value. */
    private static boolean set(List<@Nullable String> values, int index, Field field) {
        boolean there = index >= 0 && index < values.size();
        String before = there ? values.get(index) : null;
        if (index < 0 || (field.text().isEmpty() && (before == null || before.isEmpty()))) {
            return false;
        }
        String after = field.text().isEmpty() && !field.quoted() ? null : SpreadsheetText.value(field.text());
        if (Objects.equals(before, after)) {
            return false;
        }
        while (values.size() <= index) {
            values.add(null);
        }
        values.set(index, after);
        return true;
    }

    private void problem(Problem one) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(one);
        }
    }
}
