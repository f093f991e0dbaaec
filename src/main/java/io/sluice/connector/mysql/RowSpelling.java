package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.JdbcError;
import io.sluice.connector.jdbc.Target;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.SluiceException;

/** The parameters of a target's row. */
final class RowSpelling {
    private final Target target;
    private final WireParameters.Parameter[] parameters;

    RowSpelling(Target target) {
        this.target = target;
        parameters = new WireParameters.Parameter[target.columns().size()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = WireParameters.of(
                    target.schema().column(i), target.columns().get(i));
        }
    }

    int columns() {
        return parameters.length;
    }

    void types(Payload into) {
        for (WireParameters.Parameter parameter : parameters) {
            into.int16(parameter.type());
        }
    }

    /** Whether a value is NULL. @throws SluiceException NULL_NOT_ALLOWED where the server would make a value of it */
    boolean isNull(RowBatch rows, int column, int row) {
        if (!rows.vector(column).isNull(row)) {
            return false;
        }
        if (target.columns().get(column).fillsNull()) {
            throw new SluiceException(
                    JdbcError.NULL_NOT_ALLOWED,
                    "Column " + target.schema().column(column).name() + " would turn NULL into a value of its own");
        }
        return true;
    }

    void value(RowBatch rows, int column, int row, Payload into) {
        parameters[column].spelling().append(rows, column, row, into);
    }
}
