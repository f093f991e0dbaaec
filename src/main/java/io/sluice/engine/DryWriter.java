package io.sluice.engine;

import io.sluice.engine.DryCheck.Repeated;
import io.sluice.engine.verify.SeenKeys;
import io.sluice.spi.BatchWriter;
import io.sluice.spi.NoReceipt;
import io.sluice.spi.Reader;
import io.sluice.spi.TaskContext;
import io.sluice.spi.TaskContext.Level;
import io.sluice.spi.TrialObstacle;
import io.sluice.spi.Writer;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the place of a job's writer in a dry run. Where the target can take everything back it is given the rows in
 * transactions that are rolled back, so that it checks its keys and rules itself; elsewhere it is looked at as it is, and
 * NULL is refused where it needs a value. Says how far it checks.
 */
final class DryWriter implements Writer<NoReceipt> {
    private final JobWriter writer;
    private final TaskContext context;
    private final Consumer<DryCheck> checked;
    private Schema target = Schema.of();
    private @Nullable Writer<?> trying;
    private @Nullable SeenKeys seen;

    DryWriter(JobWriter writer, TaskContext context, Consumer<DryCheck> checked) {
        this.writer = writer;
        this.context = context;
        this.checked = checked;
    }

    @Override
    public Schema prepare(Schema source) throws Exception {
        JobWriter.@Nullable Trial trial = writer.trial();
        TrialObstacle obstacle = null;
        if (trial != null) {
            obstacle = trial.obstacle(context).orElse(null);
            if (obstacle == null) {
                Writer<?> opened = trial.open(context);
                trying = opened;
                target = opened.prepare(source);
                Repeated repeated = trial.refusesTakenKeys() ? found(target) : Repeated.NOT_FOUND;
                seen = repeated == Repeated.NOT_FOUND ? null : new SeenKeys(target, this::full);
                say(
                        new DryCheck(true, null, true, repeated),
                        "the target takes the rows in transactions that are rolled back, so keys that are taken and rules"
                                + " of the table are found" + except(repeated));
                return target;
            }
        }
        JobWriter.@Nullable ReadBack readBack = writer.readBack();
        if (readBack == null) {
            say(
                    new DryCheck(false, obstacle, false, Repeated.NOT_FOUND),
                    "what a target of " + writer.connector().profile().label()
                            + " takes cannot be asked; the rows are taken as they come");
            return source;
        }
        try (Reader<?> there = readBack.open(context)) {
            target = there.discover();
        }
        say(
                new DryCheck(false, obstacle, true, Repeated.NOT_FOUND),
                "keys that are taken and rules of the target are not checked" + because(obstacle));
        return target;
    }

    private void say(DryCheck check, String sentence) {
        context.log(Level.INFO, "Dry run: " + sentence);
        checked.accept(check);
    }

    private void full() {
        context.log(
                Level.WARN,
                String.format(
                        Locale.ROOT,
                        "Dry run: %,d keys are remembered and no more; of the others it is not seen when they occur twice"
                                + " in different batches",
                        SeenKeys.most()));
        checked.accept(new DryCheck(true, null, true, Repeated.FIRST_FOUND));
    }

    private static Repeated found(Schema target) {
        boolean texts =
                target.columns().stream().anyMatch(column -> column.key() && column.type() instanceof LogicalType.Text);
        if (!SeenKeys.possible(target)) {
            return Repeated.NOT_FOUND;
        }
        return texts ? Repeated.FOUND_AS_SPELLED : Repeated.FOUND;
    }

    private static String except(Repeated repeated) {
        return switch (repeated) {
            case NOT_FOUND -> "; keys that occur twice in different batches are not";
            case FOUND_AS_SPELLED ->
                "; keys in different batches that only the collation takes for one are not, nor are values that occur"
                        + " twice of other unique indexes";
            case FOUND, FIRST_FOUND -> "; values of other unique indexes that occur twice in different batches are not";
        };
    }

    private static String because(@Nullable TrialObstacle obstacle) {
        return switch (obstacle) {
            case null -> "";
            case NO_TRANSACTIONS -> ", as the target has no transactions that could be rolled back";
            case STATEMENTS_BEFORE -> ", as the statements before the load are not run and may change what is there";
            case STAGING -> ", as the load replaces the content of the target";
            case TRIGGERS -> ", as triggers of the target may do what cannot be rolled back";
            case NO_ORDINARY_TABLE -> ", as the target is no ordinary table";
        };
    }

    @Override
    public BatchSize batchSize() {
        Writer<?> inner = trying;
        return inner == null ? BatchSize.DEFAULT : inner.batchSize();
    }

    @Override
    public BatchWriter<NoReceipt> open(int worker) throws Exception {
        Writer<?> inner = trying;
        return inner == null ? new Looking(needed()) : TryingWriter.over(inner.open(worker), seen);
    }

    /** Columns that must have a value; a key may be given one by the target. */
    private List<Integer> needed() {
        return IntStream.range(0, target.size())
                .filter(index -> isNeeded(target.column(index)))
                .boxed()
                .toList();
    }

    private static boolean isNeeded(Column column) {
        return !column.nullable() && !column.key();
    }

    @Override
    public void commit(List<NoReceipt> receipts) {}

    @Override
    public void abort(List<NoReceipt> receipts) {}

    @Override
    public void finish() {}

    @Override
    public void close() throws IOException {
        if (trying != null) {
            trying.close();
        }
    }

    /** Refuses NULL where the target needs a value. */
    private record Looking(List<Integer> needed) implements BatchWriter<NoReceipt> {
        @Override
        public void write(RowBatch rows, int from, int to) {
            for (int column : needed) {
                for (int row = from; row < to; row++) {
                    if (rows.vector(column).isNull(row)) {
                        throw new SluiceException(
                                CommonError.VALUE_MISSING,
                                "Column " + rows.schema().column(column).name() + " of the target needs a value");
                    }
                }
            }
        }

        @Override
        public List<NoReceipt> flush() {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
