package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.TableProposal;
import io.sluice.connector.jdbc.TableProposal.Choice;
import io.sluice.spi.TableDefinition;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.List;
import java.util.Locale;

/**
 * Proposes tables that MySQL and MariaDB both take, with all text in utf8mb4. Sizes follow the servers' limits: 65,535
 * bytes for a row without its long columns, 3,072 bytes for a key.
 */
final class MysqlTables {
    private static final int NAME_LENGTH = 64;
    private static final int COMMENT_LENGTH = 1024;
    private static final int MOST_COLUMNS = 1017;

    private final TableProposal proposal;

    MysqlTables(MysqlDialect dialect) {
        proposal = new TableProposal(dialect, new Names());
    }

    private static final class Names implements TableProposal.Names {
        @Override
        public String compared(String name) {
            return name.toLowerCase(Locale.ROOT);
        }

        @Override
        public String objection(String name) {
            if (name.length() > NAME_LENGTH) {
                return "has " + name.length() + " characters, and MySQL knows 64";
            }
            if (name.endsWith(" ")) {
                return "ends with a blank";
            }
            return name.chars().anyMatch(unit -> Character.isSurrogate((char) unit))
                    ? "has characters beyond U+FFFF"
                    : "";
        }
    }

    TableDefinition propose(Schema source, String table, TableDefinition.Instants instants) {
        if (source.size() > MOST_COLUMNS) {
            throw new SluiceException(
                    CommonError.PARAMETER_INVALID, "InnoDB has at most 1017 columns, the source " + source.size());
        }
        List<Choice> choices = new MysqlSizes(source.columns(), instants).choices();
        return proposal.definition(
                proposal.table(table),
                proposal.columns(source, choices),
                MysqlTables::comment,
                " ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4");
    }

    /** @param literal between quotes, which count too */
    private static String comment(String literal) {
        int end = Math.min(literal.length() - 1, COMMENT_LENGTH / 2);
        String text =
                literal.length() > COMMENT_LENGTH ? literal.substring(1, end).replaceAll("'+$", "") + "…" : "";
        String kept = text.isEmpty() ? literal : "'" + text + "'";
        return " COMMENT " + kept.replace("\\", "\\\\");
    }
}
