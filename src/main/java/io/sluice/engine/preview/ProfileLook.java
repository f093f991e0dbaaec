package io.sluice.engine.preview;

import io.sluice.engine.SampleJob;
import io.sluice.engine.convert.Rejects;
import io.sluice.engine.preview.SampleRequest.Scope;
import io.sluice.engine.transform.Pipeline;
import io.sluice.engine.transform.TransformStep;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts over the rows, column by column, without keeping any. */
final class ProfileLook implements Look<DataProfile>, Pipeline.Losses {
    private final SampleJob job;
    private final SampleRequest request;
    private final TargetColumns targets;
    private final List<ColumnTally> tallies = new ArrayList<>();
    private Pipeline pipeline;
    private Pipeline.@Nullable Rows through;
    private @Nullable Cause problem;
    private boolean planned;
    private long rows;
    private long filtered;
    private long dirty;

    ProfileLook(SampleJob job, SampleRequest request, TargetColumns targets) {
        this.job = job;
        this.request = request;
        this.targets = targets;
        pipeline = Pipeline.of(Schema.of(), job.rules());
    }

    @Override
    public void begin(Schema schema) {
        pipeline = Pipeline.of(schema, job.rules());
        try {
            for (TransformStep step : job.transforms()) {
                pipeline = pipeline.then(step);
            }
        } catch (SluiceException unfit) {
            problem = new Cause(unfit.code(), String.valueOf(unfit.getMessage()), "");
        }
        SampleJob.Unusable unusable = job.unusable();
        if (problem == null && unusable != null) {
            problem =
                    new Cause(CommonError.PARAMETER_INVALID, unusable.problem().message(), "");
        }
    }

    private void plan() throws InterruptedException {
        Schema moved = pipeline.output();
        boolean converted = problem == null && request.scope() == Scope.TARGET;
        List<PairConversion> pairs = converted ? pairs(moved) : List.of();
        for (int index = 0; index < moved.size(); index++) {
            tallies.add(new ColumnTally(
                    index, moved.column(index), index < pairs.size() ? pairs.get(index) : null, request.cellLength()));
        }
        planned = true;
    }

    private List<PairConversion> pairs(Schema moved) throws InterruptedException {
        return switch (targets.await(request.limit().dividedBy(2))) {
            case TargetColumns.Found.Unknown unknown -> {
                problem = unknown.cause();
                yield List.of();
            }
            case TargetColumns.Found.Known known -> {
                if (known.columns().size() != moved.size()) {
                    problem = TargetColumns.uneven(moved, known.columns());
                }
                yield TargetColumns.pairs(job, moved, known.columns());
            }
        };
    }

    @Override
    public void take(RowBatch batch) throws InterruptedException {
        if (!planned) {
            plan();
        }
        Pipeline.Rows steps = through;
        if (steps == null) {
            steps = pipeline.rows(batch);
            through = steps;
        }
        RowBatch moved = pipeline.isEmpty() ? batch : steps.apply(this);
        for (ColumnTally tally : tallies) {
            tally.add(moved, rows);
        }
        rows += moved.rows();
    }

    @Override
    public void unfit(int stage, TransformStep step, RowBatch reached, Rejects.Reject why) {
        dirty++;
    }

    @Override
    public void filtered(TransformStep step, BitSet reached) {
        filtered += reached.cardinality();
    }

    @Override
    public DataProfile end(Extent extent) {
        return new DataProfile(
                rows,
                filtered,
                dirty,
                tallies.stream().map(ColumnTally::profile).toList(),
                problem,
                extent);
    }
}
