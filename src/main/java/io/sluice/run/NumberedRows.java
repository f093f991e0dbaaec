package io.sluice.run;

import java.sql.PreparedStatement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Inserts rows whose numbers one process gives, and which it gives again after a failure: nobody knows then whether the
 * store took them. What is there already is not inserted twice, and what the store refuses does not keep the others out.
 */
@Component
final class NumberedRows {
    private static final Logger LOG = LoggerFactory.getLogger(NumberedRows.class);
    private static final int BATCH = 500;

    private final JdbcTemplate store;
    private final TransactionTemplate transaction;

    NumberedRows(JdbcTemplate store, PlatformTransactionManager transactions) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Stores all rows that the store does not refuse, or fails and may be asked again. */
    <T> void insert(String sql, List<T> rows, ParameterizedPreparedStatementSetter<T> values) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<T> some = rows.subList(from, Math.min(rows.size(), from + BATCH));
            if (!taken(() -> batch(sql, some, values))) {
                some.forEach(row -> insertOne(sql, row, values));
            }
        }
    }

    private <T> void batch(String sql, List<T> rows, ParameterizedPreparedStatementSetter<T> values) {
        transaction.executeWithoutResult(status -> store.batchUpdate(sql, rows, BATCH, values));
    }

    private <T> void insertOne(String sql, T row, ParameterizedPreparedStatementSetter<T> values) {
        taken(() -> store.update(sql, (PreparedStatement statement) -> values.setValues(statement, row)));
    }

    /** False when the store refuses some of it, or has it. */
    static boolean taken(Runnable insert) {
        try {
            insert.run();
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        } catch (DataIntegrityViolationException | InvalidDataAccessResourceUsageException refused) {
            return told(refused);
        }
    }

    private static boolean told(NonTransientDataAccessException refused) {
        LOG.warn("The store refuses a row: {}", refused.getMessage());
        return false;
    }
}
