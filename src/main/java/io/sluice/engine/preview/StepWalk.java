package io.sluice.engine.preview;

import io.sluice.engine.convert.ConversionRules;
import io.sluice.engine.convert.Rejects;
import io.sluice.engine.preview.Sample.Fate;
import io.sluice.engine.preview.Sample.StepRow;
import io.sluice.engine.preview.Sample.StepSample;
import io.sluice.engine.transform.Pipeline;
import io.sluice.engine.transform.TransformStep;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows rows through one step. */
final class StepWalk implements Pipeline.Losses {
    private final TransformStep step;
    private final Schema before;
    private final Pipeline pipeline;
    private final List<StepRow> walked = new ArrayList<>();
    private Pipeline.@Nullable Rows rows;
    private List<Integer> places = new ArrayList<>();
    private Fate[] fates = {};
    private @Nullable Cause[] causes = {};

    /** @throws io.sluice.spi.error.SluiceException PARAMETER_INVALID when the step does not fit the columns */
    StepWalk(TransformStep step, Schema before, ConversionRules rules) {
        this.step = step;
        this.before = before;
        pipeline = Pipeline.of(before, rules).then(step);
    }

    Schema output() {
        return pipeline.output();
    }

    /** Rows on their way. @param numbers of the rows among those of the sample */
    record Rows(RowBatch batch, List<Integer> numbers, List<List<Cell>> cells) {}

    /** The rows that go on. All calls come with the same batches. */
    Rows take(Rows in, Cells cells) {
        int count = in.batch().rows();
        fates = new Fate[count];
        causes = new Cause[count];
        places = new ArrayList<>(count);
        for (int place = 0; place < count; place++) {
            places.add(place);
        }
        Pipeline.Rows through = rows;
        if (through == null) {
            through = pipeline.rows(in.batch());
            rows = through;
        }
        RowBatch out = through.apply(this);
        List<List<Cell>> after = cells.all(out);
        List<Integer> numbers = new ArrayList<>(after.size());
        for (int place = 0, row = 0; place < count; place++) {
            boolean passed = fates[place] == null;
            walked.add(new StepRow(
                    in.numbers().get(place),
                    in.cells().get(place),
                    passed ? after.get(row) : List.of(),
                    passed ? Fate.PASSED : fates[place],
                    causes[place]));
            if (passed) {
                numbers.add(in.numbers().get(place));
                row++;
            }
        }
        return new Rows(out, numbers, after);
    }

    @Override
    public void unfit(int stage, TransformStep one, RowBatch reached, Rejects.Reject why) {
        int place = places.get(why.row());
        fates[place] = Fate.DIRTY;
        String column =
                why.column() < 0 ? "" : reached.schema().column(why.column()).name();
        causes[place] = new Cause(why.code(), why.message(), column);
    }

    @Override
    public void filtered(TransformStep one, BitSet reached) {
        reached.stream().forEach(row -> fates[places.get(row)] = Fate.FILTERED);
    }

    @Override
    public void gone(TransformStep one, BitSet reached) {
        List<Integer> left = new ArrayList<>(places.size());
        for (int row = 0; row < places.size(); row++) {
            if (!reached.get(row)) {
                left.add(places.get(row));
            }
        }
        places = left;
    }

    StepSample sample() {
        return new StepSample(
                step.name(), step.path(), before.columns(), pipeline.output().columns(), walked, null);
    }
}
