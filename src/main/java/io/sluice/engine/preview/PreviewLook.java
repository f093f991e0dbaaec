package io.sluice.engine.preview;

import io.sluice.engine.SampleJob;
import io.sluice.engine.preview.Sample.StepSample;
import io.sluice.engine.preview.Sample.TargetSample;
import io.sluice.engine.preview.SampleRequest.Scope;
import io.sluice.engine.transform.TransformStep;
import io.sluice.spi.TaskContext.Rejected;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Keeps the rows and what becomes of each on its way. */
final class PreviewLook implements Look<Sample> {
    private static final int KEPT_UNREADABLE = 20;

    private final SampleJob job;
    private final SampleRequest request;
    private final TargetColumns targets;
    private final Cells cells;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<StepWalk> walks = new ArrayList<>();
    private final List<Sample.Unreadable> unreadable = new ArrayList<>();
    private @Nullable StepSample broken;
    private @Nullable TargetWalk target;
    private Schema schema = Schema.of();
    private Schema moved = Schema.of();

    PreviewLook(SampleJob job, SampleRequest request, TargetColumns targets) {
        this.job = job;
        this.request = request;
        this.targets = targets;
        cells = new Cells(request.cellLength());
    }

    @Override
    public void begin(Schema source) {
        schema = source;
        moved = source;
        if (request.scope() == Scope.SOURCE) {
            return;
        }
        for (TransformStep step : job.transforms()) {
            if (broken == null) {
                plan(step);
            }
        }
        SampleJob.Unusable unusable = job.unusable();
        if (broken == null && unusable != null) {
            Cause cause =
                    new Cause(CommonError.PARAMETER_INVALID, unusable.problem().message(), "");
            broken = new StepSample(
                    unusable.step(), unusable.problem().path(), moved.columns(), List.of(), List.of(), cause);
        }
    }

    private void plan(TransformStep step) {
        try {
            StepWalk walk = new StepWalk(step, moved, job.rules());
            walks.add(walk);
            moved = walk.output();
        } catch (SluiceException unfit) {
            Cause cause = new Cause(unfit.code(), String.valueOf(unfit.getMessage()), "");
            broken = new StepSample(step.name(), step.path(), moved.columns(), List.of(), List.of(), cause);
        }
    }

    @Override
    public void take(RowBatch batch) throws InterruptedException {
        int first = rows.size();
        List<List<Cell>> read = cells.all(batch);
        rows.addAll(read);
        List<Integer> numbers =
                IntStream.range(first, first + read.size()).boxed().toList();
        StepWalk.Rows going = new StepWalk.Rows(batch, numbers, read);
        for (StepWalk walk : walks) {
            going = walk.take(going, cells);
        }
        if (request.scope() == Scope.TARGET && broken == null) {
            target().take(going, cells);
        }
    }

    private TargetWalk target() throws InterruptedException {
        TargetWalk known = target;
        if (known == null) {
            known = TargetWalk.of(job, moved, targets.await(request.limit().dividedBy(2)));
            target = known;
        }
        return known;
    }

    @Override
    public void unreadable(Rejected record) {
        if (unreadable.size() < KEPT_UNREADABLE) {
            List<Cell> values = record.values().stream()
                    .map(value -> value == null ? Cell.NULL : Cell.of(value, request.cellLength()))
                    .toList();
            int column = record.column();
            String name = column < 0 || column >= schema.size()
                    ? ""
                    : schema.column(column).name();
            Cause cause = new Cause(record.code(), record.message(), name);
            unreadable.add(new Sample.Unreadable(values, cause, record.place()));
        }
    }

    @Override
    public Sample end(Extent extent) {
        List<StepSample> steps = new ArrayList<>();
        walks.forEach(walk -> steps.add(walk.sample()));
        if (broken != null) {
            steps.add(broken);
        }
        TargetSample written = target == null ? null : target.sample();
        return new Sample(schema.columns(), rows, steps, written, unreadable, extent);
    }
}
