package io.sluice.connector.jdbc;

import static io.sluice.spi.error.Category.CONFIGURATION;
import static io.sluice.spi.error.Category.DATA;
import static io.sluice.spi.error.Category.EXTERNAL;
import static io.sluice.spi.error.Category.TRANSIENT;

import io.sluice.spi.error.Category;
import io.sluice.spi.error.ErrorCode;

/** Failures of relational databases (cases/faults.md, the measured signatures). */
public enum JdbcError implements ErrorCode {
    EGRESS_DENIED(CONFIGURATION, "Choose a host outside the denied address ranges, or have the operator allow it."),
    HOST_UNKNOWN(CONFIGURATION, "Correct the host name; it has no address."),
    LOGIN_FAILED(CONFIGURATION, "Check user name and password of the data source."),
    PASSWORD_UNPROTECTED(
            CONFIGURATION,
            "Choose an encryption in the data source: without one this server's way to sign in would show the password to"
                    + " whoever poses as the server. Where nobody can, the connection property allowPublicKeyRetrieval=true does."),
    DATABASE_UNKNOWN(CONFIGURATION, "Correct the database name of the data source."),
    TABLE_UNKNOWN(CONFIGURATION, "Check the table's name and schema, and whether the user may see it."),
    COLUMN_UNKNOWN(CONFIGURATION, "Correct the column's name."),
    SQL_INVALID(CONFIGURATION, "Correct the statement, the filter or the column expression."),
    KEY_MISSING(CONFIGURATION, "Give the target table a primary key or choose another write mode."),
    TLS_FAILED(CONFIGURATION, "Check the TLS mode and the server's certificate."),
    ROW_TOO_WIDE(CONFIGURATION, "Reduce the number or the width of the table's columns."),
    DUPLICATE_KEY(DATA, "Choose a write mode that updates or replaces, or remove the duplicates."),
    NULL_NOT_ALLOWED(DATA, "Fill the value at the source or let the column accept NULL."),
    CONSTRAINT_VIOLATED(DATA, "Correct the row or the constraint of the target table."),
    VALUE_TOO_LONG(DATA, "Widen the target column or shorten the value."),
    ROW_TOO_LARGE(DATA, "Raise max_allowed_packet on the server, or shorten the row."),
    VALUE_REFUSED(DATA, "Correct the value or the type of the target column."),
    DEADLOCK(TRANSIENT, "Run again, or lower the concurrency."),
    LOCK_TIMEOUT(TRANSIENT, "Run again when the table is not locked by others."),
    TOO_MANY_CONNECTIONS(TRANSIENT, "Run again later, or lower the concurrency."),
    PRIVILEGE_MISSING(EXTERNAL, "Grant the right to the user of the data source."),
    PROGRESS_MISMATCH(EXTERNAL, "Compare the target with the source, then run the task from the start."),
    STAGING_LOST(EXTERNAL, "Check the target, then run the task from the start."),
    STATEMENT_OUTDATED(TRANSIENT, "Run the task again: the table was changed while it was read or written."),
    TARGET_CHANGED(
            CONFIGURATION,
            "Look at the target: what was written since it was changed may be rounded or cut. Then run the task from the start."),
    STORAGE_FULL(EXTERNAL, "Free space on the server, then resume the run."),
    PACKET_TOO_LARGE(EXTERNAL, "Raise max_allowed_packet on the server."),
    SOURCE_REWRITTEN(EXTERNAL, "Start the run anew, and not while the table is being rewritten."),
    SOURCE_CHANGED(CONFIGURATION, "Run the task from the start: what was read before had other columns."),
    SNAPSHOT_REFUSED(
            CONFIGURATION,
            "Set the number of channels to 1, remove what stands in the way, or read without a snapshot."),
    SNAPSHOT_GONE(EXTERNAL, "Run the task from the start."),
    READ_ONLY(EXTERNAL, "Choose a server that accepts writes.");

    private final Category category;
    private final String advice;

    JdbcError(Category category, String advice) {
        this.category = category;
        this.advice = advice;
    }

    @Override
    public Category category() {
        return category;
    }

    @Override
    public boolean isConflict() {
        return this == DEADLOCK || this == LOCK_TIMEOUT;
    }

    @Override
    public boolean spoilsLoad() {
        return this == TARGET_CHANGED;
    }

    @Override
    public String advice() {
        return advice;
    }
}
