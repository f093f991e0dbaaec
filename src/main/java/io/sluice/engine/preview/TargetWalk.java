package io.sluice.engine.preview;

import io.sluice.engine.SampleJob;
import io.sluice.engine.convert.Rejects;
import io.sluice.engine.preview.Sample.TargetColumn;
import io.sluice.engine.preview.Sample.TargetSample;
import io.sluice.engine.preview.Sample.TargetValue;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Follows the rows that leave the last step into the target's types. */
final class TargetWalk {
    private final Schema moved;
    private final @Nullable Cause problem;
    private final List<PairConversion> pairs;
    private final List<List<TargetValue>> values = new ArrayList<>();

    private TargetWalk(Schema moved, List<PairConversion> pairs, @Nullable Cause problem) {
        this.moved = moved;
        this.problem = problem;
        this.pairs = pairs;
        pairs.forEach(pair -> values.add(new ArrayList<>()));
    }

    static TargetWalk of(SampleJob job, Schema moved, TargetColumns.Found found) {
        return switch (found) {
            case TargetColumns.Found.Unknown unknown -> new TargetWalk(moved, List.of(), unknown.cause());
            case TargetColumns.Found.Known known -> {
                Schema target = known.columns();
                Cause uneven = moved.size() == target.size() ? null : TargetColumns.uneven(moved, target);
                yield new TargetWalk(moved, TargetColumns.pairs(job, moved, target), uneven);
            }
        };
    }

    void take(StepWalk.Rows rows, Cells cells) {
        for (int index = 0; index < pairs.size(); index++) {
            PairConversion pair = pairs.get(index);
            if (pair.possible()) {
                take(rows, cells, index, pair);
            }
        }
    }

    private void take(StepWalk.Rows rows, Cells cells, int index, PairConversion pair) {
        RowBatch converted = pair.apply(rows.batch());
        Map<Integer, Rejects.Reject> unfit =
                pair.rejects().all().stream().collect(Collectors.toMap(Rejects.Reject::row, Function.identity()));
        for (int row = 0; row < converted.rows(); row++) {
            int number = rows.numbers().get(row);
            Cell came = rows.cells().get(row).get(index);
            Rejects.Reject why = unfit.get(row);
            if (why != null) {
                Cause cause = new Cause(why.code(), why.message(), pair.target().name());
                values.get(index).add(new TargetValue(number, came, cause));
            } else if (came.isNull() && !pair.target().nullable()) {
                values.get(index).add(new TargetValue(number, came, nullRefused(pair.target())));
            } else {
                values.get(index).add(new TargetValue(number, cells.of(converted, row, 0), null));
            }
        }
    }

    private static Cause nullRefused(Column target) {
        return new Cause(CommonError.VALUE_OUT_OF_RANGE, "NULL does not fit a column that is NOT NULL", target.name());
    }

    TargetSample sample() {
        List<TargetColumn> columns = new ArrayList<>();
        for (int index = 0; index < pairs.size(); index++) {
            PairConversion pair = pairs.get(index);
            columns.add(new TargetColumn(moved.column(index), pair.target(), pair.mapping(), values.get(index)));
        }
        return new TargetSample(columns, problem);
    }
}
