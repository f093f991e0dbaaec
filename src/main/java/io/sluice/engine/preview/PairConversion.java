package io.sluice.engine.preview;

import io.sluice.engine.convert.Conversion;
import io.sluice.engine.convert.ConversionRules;
import io.sluice.engine.convert.Rejects;
import io.sluice.engine.convert.TargetLimits;
import io.sluice.engine.convert.TypeMapping;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import org.jspecify.annotations.Nullable;

/** The conversion of one column by itself, so that a row that fails in one column is still looked at in the others. */
final class PairConversion {
    private final int column;
    private final Column target;
    private final Conversion conversion;
    private final Rejects rejects = new Rejects();
    private @Nullable RowBatch single;
    private @Nullable RowBatch converted;

    PairConversion(int column, Column source, Column target, ConversionRules rules, TargetLimits limits) {
        this.column = column;
        this.target = target;
        conversion = Conversion.plan(Schema.of(source), Schema.of(target), rules, limits);
    }

    Column target() {
        return target;
    }

    TypeMapping mapping() {
        return conversion.mappings().getFirst();
    }

    boolean possible() {
        return mapping().kind() != TypeMapping.Kind.IMPOSSIBLE;
    }

    /** The values of the column in the target's type; all calls come with the same batch. See {@link #rejects}. */
    RowBatch apply(RowBatch batch) {
        RowBatch one = single;
        RowBatch out = converted;
        if (one == null || out == null) {
            one = batch.derive(Schema.of(batch.schema().column(column)), new int[] {column});
            out = conversion.target(one);
            single = one;
            converted = out;
        }
        one.clear();
        one.endRows(batch.rows());
        rejects.clear();
        conversion.apply(one, out, rejects);
        return out;
    }

    /** What did not fit in the last call. */
    Rejects rejects() {
        return rejects;
    }
}
