package io.sluice.engine.transform;

import io.sluice.engine.convert.ConversionRules;
import io.sluice.engine.convert.Rejects;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.script.transform.Transform;
import io.sluice.script.transform.TransformType;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.BoolVector;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.DoubleVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LongVector;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a test and what a chain of steps makes of them. */
final class Rows implements Pipeline.Losses {
    private final RowBatch batch;
    private Pipeline pipeline;
    final List<String> dirty = new ArrayList<>();
    int filtered;

    private Rows(Schema schema, ConversionRules rules) {
        batch = new RowBatch(schema, 256, 1 << 20);
        pipeline = Pipeline.of(schema, rules);
    }

    static Rows of(ConversionRules rules, Column... columns) {
        return new Rows(Schema.of(columns), rules);
    }

    /** One text column {@code t} with these values, held as bytes or as strings. */
    static Rows texts(boolean asStrings, @Nullable String... values) {
        Rows rows = of(ConversionRules.DEFAULT, new Column("t", LogicalType.Text.UNBOUNDED));
        for (String value : values) {
            BytesVector texts = rows.batch.bytes(0);
            if (value == null) {
                texts.setNull(rows.batch.rows());
            } else if (asStrings) {
                texts.set(rows.batch.rows(), value);
            } else {
                texts.set(rows.batch.rows(), value.getBytes(StandardCharsets.UTF_8));
            }
            rows.batch.endRow();
        }
        return rows;
    }

    static Rows texts(@Nullable String... values) {
        return texts(false, values);
    }

    Rows row(@Nullable Object... values) {
        int row = batch.rows();
        for (int column = 0; column < values.length; column++) {
            Object value = values[column];
            if (value == null) {
                batch.vector(column).setNull(row);
                continue;
            }
            switch (batch.vector(column)) {
                case LongVector longs -> longs.set(row, ((Number) value).longValue());
                case DoubleVector doubles -> doubles.set(row, ((Number) value).doubleValue());
                case DecimalVector decimals -> decimals.setText(row, value.toString());
                case BoolVector bools -> bools.set(row, (Boolean) value);
                case BytesVector bytes when value instanceof byte[] binary -> bytes.set(row, binary);
                case BytesVector bytes -> bytes.set(row, value.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        batch.endRow();
        return this;
    }

    /** Adds a step. */
    Rows then(String stepType, String parameters) {
        pipeline = pipeline.then(new TransformStep("Step", Path.of("steps"), bind(stepType, parameters)));
        return this;
    }

    static Transform bind(String stepType, String parameters) {
        ConfigValue value = ScriptDocument.parse(parameters).read(Path.ROOT).orElseThrow();
        Bound<? extends Record> bound =
                TransformType.of(stepType).orElseThrow().parameters().bind((ConfigValue.Obj) value);
        if (bound instanceof Bound.Valid<? extends Record> valid
                && valid.value() instanceof Transform transform
                && valid.warnings().isEmpty()) {
            return transform;
        }
        throw new IllegalArgumentException(bound.toString());
    }

    Schema output() {
        return pipeline.output();
    }

    /** The rows that come out, each as its values joined by a bar. */
    List<String> run() {
        RowBatch out = pipeline.rows(batch).apply(this);
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < out.rows(); row++) {
            List<String> values = new ArrayList<>();
            for (int column = 0; column < out.schema().size(); column++) {
                values.add(out.display(row, column));
            }
            rows.add(String.join("|", values));
        }
        return rows;
    }

    @Override
    public void unfit(int stage, TransformStep step, RowBatch rows, Rejects.Reject why) {
        String column =
                why.column() < 0 ? "" : rows.schema().column(why.column()).name();
        String value = why.column() < 0 ? "" : rows.display(why.row(), why.column());
        dirty.add(column + "=" + value + ": " + why.code().name() + " " + why.message());
    }

    @Override
    public void filtered(TransformStep step, BitSet rows) {
        filtered += rows.cardinality();
    }
}
