package io.sluice.engine.transform;

import io.sluice.engine.convert.ConversionRules;
import io.sluice.engine.convert.Rejects;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The steps between reader and writer, compiled against the columns of the source. Immutable and shared by all channels;
 * what belongs to one batch is in {@link Rows}.
 */
public final class Pipeline {
    private final ConversionRules rules;
    private final Schema input;
    private final Schema output;
    private final List<Planned> stages;

    private record Planned(TransformStep step, Stage stage) {}

    private Pipeline(ConversionRules rules, Schema input, Schema output, List<Planned> stages) {
        this.rules = rules;
        this.input = input;
        this.output = output;
        this.stages = List.copyOf(stages);
    }

    /** No step yet: everything passes as it is. */
    public static Pipeline of(Schema source, ConversionRules rules) {
        return new Pipeline(rules, source, source, List.of());
    }

    /**
     * This pipeline with one more step.
     *
     * @throws io.sluice.spi.error.SluiceException PARAMETER_INVALID when the step does not fit the columns
     */
    public Pipeline then(TransformStep step) {
        List<Planned> all = new ArrayList<>(stages);
        Schema columns = output;
        for (Stage stage : new Planner(output, rules).plan(step.parameters())) {
            all.add(new Planned(step, stage));
            columns = stage.output();
        }
        return new Pipeline(rules, input, columns, all);
    }

    /** What is left from a stage on, counted from 0 over all steps. */
    public Pipeline from(int stage) {
        Schema given = stage == 0 ? input : stages.get(stage - 1).stage().output();
        return new Pipeline(rules, given, output, stages.subList(stage, stages.size()));
    }

    /** The columns that the first step is given. */
    public Schema input() {
        return input;
    }

    public boolean isEmpty() {
        return stages.isEmpty();
    }

    /** The columns that leave the last step. */
    public Schema output() {
        return output;
    }

    /** The work on one batch that is filled again and again. */
    public Rows rows(RowBatch batch) {
        return new Rows(batch);
    }

    /** Is told what does not come out at the end. */
    public interface Losses {
        /** A record is dirty; {@code rows} are those that reached the stage, which is counted from 0 over all steps. */
        void unfit(int stage, TransformStep step, RowBatch rows, Rejects.Reject why);

        /** These of the rows that reached the step were left out on purpose. */
        void filtered(TransformStep step, BitSet rows);

        /** These of the rows that reached a change of the step do not leave it; comes after what is said of them. */
        default void gone(TransformStep step, BitSet rows) {}
    }

    /** The batches that one batch becomes from step to step; belongs to one thread at a time. */
    public final class Rows {
        private final RowBatch source;
        private final List<RowBatch> batches = new ArrayList<>();
        private final Outcome outcome = new Outcome();

        private Rows(RowBatch source) {
            this.source = source;
            RowBatch batch = source;
            for (Planned planned : stages) {
                batch = planned.stage().derive(batch);
                batches.add(batch);
            }
        }

        /** The rows that come out; valid until the source is filled again. */
        public RowBatch apply(Losses losses) {
            RowBatch in = source;
            for (int i = 0; i < stages.size(); i++) {
                Planned planned = stages.get(i);
                RowBatch out = batches.get(i);
                outcome.clear();
                planned.stage().run(in, out, outcome);
                for (Rejects.Reject reject : outcome.rejects().all()) {
                    losses.unfit(i, planned.step(), in, reject);
                }
                BitSet filtered = outcome.filtered();
                filtered.andNot(outcome.rejects().rows());
                if (!filtered.isEmpty()) {
                    losses.filtered(planned.step(), filtered);
                }
                BitSet gone = outcome.gone();
                losses.gone(planned.step(), gone);
                out.remove(gone);
                in = out;
            }
            return in;
        }
    }
}
