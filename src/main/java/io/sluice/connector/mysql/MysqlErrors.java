package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.JdbcError;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.ErrorCode;
import io.sluice.spi.error.ServerMessage;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The meaning of error numbers of MySQL and MariaDB, whose SQLSTATE is often too general (cases/faults.md). */
final class MysqlErrors {
    /** The client's own refusal to hand the password to a server that proves nothing, over a connection all can read. */
    private static final String NO_KEY = "RSA public key is not available";

    private MysqlErrors() {}

    static Optional<ErrorCode> find(SQLException failure) {
        if (ServerMessage.of(failure).contains(NO_KEY)) {
            return Optional.of(JdbcError.PASSWORD_UNPROTECTED);
        }
        return saysNothing(failure)
                ? Optional.of(JdbcError.STATEMENT_OUTDATED)
                : Optional.ofNullable(byNumber(failure.getErrorCode()));
    }

    /** MariaDB's answer to a bulk statement whose table was changed since it was prepared has neither number nor text. */
    private static boolean saysNothing(SQLException failure) {
        return failure.getErrorCode() == 0
                && "HY000".equals(failure.getSQLState())
                && ServerMessage.of(failure).isBlank();
    }

    private static @Nullable ErrorCode byNumber(int number) {
        return switch (number) {
            case 1022, 1062, 1169, 1586 -> JdbcError.DUPLICATE_KEY;
            case 1048, 1263, 1364, 1566 -> JdbcError.NULL_NOT_ALLOWED;
            case 1216, 1217, 1451, 1452, 1526, 1557, 1748, 1761, 3819, 4025 -> JdbcError.CONSTRAINT_VIOLATED;
            case 1406 -> JdbcError.VALUE_TOO_LONG;
            case 1264, 1265, 1292, 1366, 1367, 1411, 1425, 1441, 1525, 1690, 3854, 3988, 4161 ->
                JdbcError.VALUE_REFUSED;
            case 3140, 3141, 3144, 3150, 3156, 3157, 3903, 3904, 4038 -> JdbcError.VALUE_REFUSED;
            case 1416, 3037, 3643, 6136, 6138 -> JdbcError.VALUE_REFUSED;
            case 1243, 1615 -> JdbcError.STATEMENT_OUTDATED;
            case 1205 -> JdbcError.LOCK_TIMEOUT;
            case 1213, 1020, 1614 -> JdbcError.DEADLOCK;
            case 1040, 1203, 1226 -> JdbcError.TOO_MANY_CONNECTIONS;
            case 1044, 1142, 1143, 1227, 1370, 3879 -> JdbcError.PRIVILEGE_MISSING;
            case 1045, 1698, 1820, 1862, 3118, 3955, 4151 -> JdbcError.LOGIN_FAILED;
            case 1049 -> JdbcError.DATABASE_UNKNOWN;
            case 1051, 1146, 1109 -> JdbcError.TABLE_UNKNOWN;
            case 1054, 1072 -> JdbcError.COLUMN_UNKNOWN;
            case 1064, 1149 -> JdbcError.SQL_INVALID;
            case 1118, 1117 -> JdbcError.ROW_TOO_WIDE;
            case 1153, 1301 -> JdbcError.PACKET_TOO_LARGE;
            case 1021, 1041, 1114, 1037, 1038, 3100 -> JdbcError.STORAGE_FULL;
            case 1207, 1290, 1792, 1836, 1874, 3989 -> JdbcError.READ_ONLY;
            case 1412 -> JdbcError.SOURCE_REWRITTEN;
            case 1317, 3024, 1969 -> CommonError.CANCELLED;
            case 1053, 1077, 1079, 1152, 1158, 1159, 1160, 1161, 1184, 1927, 2006, 2013, 3169, 4031 ->
                CommonError.CONNECTION_LOST;
            default -> null;
        };
    }
}
