package io.sluice.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Corrections of some dirty records, for one statement: a server is waited for once for all of them, and a record that was
 * changed or claimed meanwhile is left out as it would be alone.
 *
 * @param rows neighbours, in their order
 */
record CorrectionBatch(List<CorrectedRow> rows) {
    private static final int MOST_ROWS = 250;

    /** Servers take statements of some megabytes only; a value that is longer than that has one to itself. */
    private static final int MOST_CHARACTERS = 500_000;

    /** What is not named keeps its value, which also says the type of the values to the embedded store. */
    private static final String CORRECT = """
            UPDATE dirty_record SET corrected = CASE sequence%s ELSE corrected END, revision = revision + 1
            WHERE workspace_id = ? AND run_id = ? AND sequence BETWEEN ? AND ? AND state = 'OPEN'
                AND revision = CASE sequence%s ELSE -1 END
            """;

    private static final String CHOICE = " WHEN ? THEN ?";

    CorrectionBatch {
        rows = List.copyOf(rows);
    }

    static List<CorrectionBatch> of(List<CorrectedRow> corrected) {
        List<CorrectionBatch> batches = new ArrayList<>();
        List<CorrectedRow> batch = new ArrayList<>();
        int characters = 0;
        for (CorrectedRow one : sorted(corrected)) {
            int more = Objects.requireNonNullElse(one.kept(), "").length();
            if (!batch.isEmpty() && (batch.size() == MOST_ROWS || characters + more > MOST_CHARACTERS)) {
                batches.add(new CorrectionBatch(batch));
                batch.clear();
                characters = 0;
            }
            batch.add(one);
            characters += more;
        }
        if (!batch.isEmpty()) {
            batches.add(new CorrectionBatch(batch));
        }
        return batches;
    }

    private static List<CorrectedRow> sorted(List<CorrectedRow> corrected) {
        return corrected.stream()
                .sorted(Comparator.comparing(one -> one.row().sequence()))
                .toList();
    }

    /** @return how many were corrected */
    int update(JdbcTemplate store, RunPlace run) {
        String choices = CHOICE.repeat(rows.size());
        return store.update(CORRECT.formatted(choices, choices), statement -> {
            int place = 1;
            for (CorrectedRow one : rows) {
                statement.setLong(place++, one.row().sequence());
                statement.setString(place++, one.kept());
            }
            statement.setString(place++, run.workspace().toString());
            statement.setString(place++, run.id().toString());
            statement.setLong(place++, rows.getFirst().row().sequence());
            statement.setLong(place++, rows.getLast().row().sequence());
            for (CorrectedRow one : rows) {
                statement.setLong(place++, one.row().sequence());
                statement.setLong(place++, one.row().revision());
            }
        });
    }
}
