package io.sluice.connector.jdbc;

import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.ErrorCode;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a failure of a database means. A system first looks at its own vendor codes; what it does not know is decided
 * by the SQLSTATE. Anything unknown is EXTERNAL, never DATA.
 */
public final class SqlErrors {
    private static final int SQLSTATE_LENGTH = 5;

    private SqlErrors() {}

    /** What only one system knows about its failures. */
    @FunctionalInterface
    public interface VendorCodes {
        /** The meaning of a vendor code, or empty when the SQLSTATE shall decide. */
        Optional<ErrorCode> find(SQLException failure);
    }

    /** Never throws; looks through wrappers and batch failures for the statement's own error. */
    public static ErrorCode classify(Exception failure, VendorCodes vendor) {
        return switch (failure) {
            case SluiceException known -> known.code();
            case SQLException sql -> classifySql(sql, vendor);
            case IOException ignored -> CommonError.CONNECTION_LOST;
            case InterruptedException ignored -> CommonError.CANCELLED;
            default ->
                failure.getCause() instanceof Exception cause && cause != failure
                        ? classify(cause, vendor)
                        : CommonError.READ_FAILED;
        };
    }

    private static ErrorCode classifySql(SQLException failure, VendorCodes vendor) {
        SQLException current = failure;
        for (int depth = 0; depth < 5; depth++) {
            Optional<ErrorCode> own = vendor.find(current);
            if (own.isPresent()) {
                return own.get();
            }
            Optional<ErrorCode> standard = bySqlState(current.getSQLState());
            if (standard.isPresent()) {
                return standard.get();
            }
            if (isConnectionFailure(current)) {
                return CommonError.CONNECTION_LOST;
            }
            if (current.getCause() instanceof SQLException cause) {
                current = cause;
            } else if (current.getNextException() != null) {
                current = current.getNextException();
            } else {
                break;
            }
        }
        return current.getCause() instanceof IOException ? CommonError.CONNECTION_LOST : CommonError.READ_FAILED;
    }

    /** The class of a failure only tells when there is no SQLSTATE: MariaDB's driver makes every unknown one transient. */
    private static boolean isConnectionFailure(SQLException failure) {
        String state = failure.getSQLState();
        if (state != null && state.length() == SQLSTATE_LENGTH && !state.startsWith("HY")) {
            return false;
        }
        return failure instanceof SQLRecoverableException
                || failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLTimeoutException;
    }

    /** The meaning of a SQLSTATE that the standard or both servers agree on. */
    public static Optional<ErrorCode> bySqlState(@Nullable String state) {
        if (state == null || state.length() != SQLSTATE_LENGTH) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (state) {
                    case "22001" -> JdbcError.VALUE_TOO_LONG;
                    case "23502" -> JdbcError.NULL_NOT_ALLOWED;
                    case "23505" -> JdbcError.DUPLICATE_KEY;
                    case "25006" -> JdbcError.READ_ONLY;
                    case "3D000" -> JdbcError.DATABASE_UNKNOWN;
                    case "40001", "40P01" -> JdbcError.DEADLOCK;
                    case "40003" -> CommonError.CONNECTION_LOST;
                    case "42501" -> JdbcError.PRIVILEGE_MISSING;
                    case "42P01", "42S02", "3F000" -> JdbcError.TABLE_UNKNOWN;
                    case "42703", "42S22" -> JdbcError.COLUMN_UNKNOWN;
                    case "53100" -> JdbcError.STORAGE_FULL;
                    case "53300" -> JdbcError.TOO_MANY_CONNECTIONS;
                    case "54000" -> JdbcError.VALUE_REFUSED;
                    case "55P03" -> JdbcError.LOCK_TIMEOUT;
                    case "57014", "70100" -> CommonError.CANCELLED;
                    case "57P01", "57P02", "57P03", "57P05" -> CommonError.CONNECTION_LOST;
                    default -> byClass(state.substring(0, 2));
                });
    }

    private static @Nullable ErrorCode byClass(String stateClass) {
        return switch (stateClass) {
            case "08" -> CommonError.CONNECTION_LOST;
            case "0A" -> JdbcError.SQL_INVALID;
            case "21", "22" -> JdbcError.VALUE_REFUSED;
            case "23" -> JdbcError.CONSTRAINT_VIOLATED;
            case "28" -> JdbcError.LOGIN_FAILED;
            case "42" -> JdbcError.SQL_INVALID;
            case "53" -> JdbcError.STORAGE_FULL;
            default -> null;
        };
    }
}
