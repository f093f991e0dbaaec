package io.sluice.engine.transform;

import io.sluice.engine.convert.Conversion;
import io.sluice.engine.convert.ConversionRules;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.util.List;

/** Changes the types of columns. */
record CastStage(Schema output, Conversion conversion) implements Stage {
    /** @throws io.sluice.spi.error.SluiceException PARAMETER_INVALID when a type cannot become the other */
    static CastStage of(Schema source, Schema target, ConversionRules rules) {
        Conversion conversion = Conversion.plan(source, target, rules, true);
        List<String> impossible = conversion.impossible();
        if (!impossible.isEmpty()) {
            throw Columns.invalid(String.join("; ", impossible));
        }
        return new CastStage(target, conversion);
    }

    @Override
    public RowBatch derive(RowBatch batch) {
        return conversion.target(batch);
    }

    @Override
    public void run(RowBatch in, RowBatch out, Outcome outcome) {
        conversion.apply(in, out, outcome.rejects());
    }
}
