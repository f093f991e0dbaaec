package io.sluice.engine;

import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Schema;
import java.util.List;

/** Columns as one line of JSON, and back, for whoever keeps records longer than their run. */
public final class SchemaText {
    private SchemaText() {}

    private record Kept(List<KeptColumn> columns) {}

    private record KeptColumn(String name, String type, boolean nullable, String nativeType, boolean key) {
        static KeptColumn of(Column column) {
            return new KeptColumn(
                    column.name(),
                    RecordText.write((Record) column.type()),
                    column.nullable(),
                    column.nativeType(),
                    column.key());
        }

        Column column() {
            LogicalType read = RecordText.read(type, LogicalType.class, SchemaText.class.getClassLoader());
            return new Column(name, read, nullable, nativeType, key);
        }
    }

    public static String write(Schema schema) {
        return RecordText.write(
                new Kept(schema.columns().stream().map(KeptColumn::of).toList()));
    }

    /** @throws io.sluice.spi.error.SluiceException CHECKPOINT_UNREADABLE */
    public static Schema read(String text) {
        Kept kept = RecordText.read(text, Kept.class, SchemaText.class.getClassLoader());
        return new Schema(kept.columns().stream().map(KeptColumn::column).toList());
    }
}
