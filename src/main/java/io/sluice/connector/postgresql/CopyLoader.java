package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.Loader;
import io.sluice.connector.jdbc.Target;
import io.sluice.spi.TaskContext;
import io.sluice.spi.TaskContext.Level;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowEncoding;
import io.sluice.spi.data.Schema;
import java.sql.Connection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Loads with COPY, one statement for each batch, the fields encoded straight from the vectors: in binary form when
 * every target column's type has one that is known here, else in text form.
 */
final class CopyLoader implements Loader {
    private final PostgresqlDialect dialect;
    private final AtomicBoolean told = new AtomicBoolean();

    CopyLoader(PostgresqlDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public void check(Target target) {
        CopyFields.of(target);
    }

    /**
     * The same native types exchange the same bytes. What the target checks while it receives them is the same as for
     * any value, except that it would cut superfluous blanks of a longer VARCHAR and round what has limits that the
     * schema does not tell; so the target must be as wide.
     */
    @Override
    public boolean accepts(RowEncoding encoding, Target target) {
        if (!encoding.format().equals(BinaryTypes.ROW_FORMAT)) {
            return false;
        }
        Schema source = encoding.schema();
        for (int i = 0; i < source.size(); i++) {
            boolean holdsAll = SpelledLimit.holdsAll(target.columns().get(i).definition());
            if (!holdsAll || !sameBytes(source.column(i), target.schema().column(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameBytes(Column source, Column target) {
        boolean sameName = BinaryTypes.plain(source.nativeType()).equals(BinaryTypes.plain(target.nativeType()));
        if (source.type() instanceof LogicalType.Text from && target.type() instanceof LogicalType.Text to) {
            boolean wider = to.maxLength() == 0 || from.maxLength() > 0 && from.maxLength() <= to.maxLength();
            boolean bytesFit = to.maxBytes() == 0 || from.maxBytes() > 0 && from.maxBytes() <= to.maxBytes();
            return wider && bytesFit && (sameName || target.nativeType().equals("text") && !from.blankPadded());
        }
        return sameName && source.type().equals(target.type());
    }

    @Override
    public Load open(Connection connection, Target target, TaskContext context) {
        Optional<Column> unknown = BinaryFields.unknown(target.schema());
        CopyForm form = unknown.isEmpty()
                ? new BinaryForm(BinaryFields.of(target.schema()))
                : new TextForm(CopyFields.of(target));
        if (told.compareAndSet(false, true)) {
            String why = unknown.map(
                            column -> ", because %s is of type %s".formatted(column.name(), column.nativeType()))
                    .orElse("");
            context.log(
                    Level.INFO,
                    "Writing %s by COPY in %s form%s".formatted(target.table().sql(), form.name(), why));
        }
        String columns = String.join(
                ", ", target.columnNames().stream().map(dialect::quote).toList());
        return new CopyLoad(connection, target.table().sql() + " (" + columns + ")", form, context);
    }
}
