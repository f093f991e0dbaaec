package io.sluice.engine;

import io.sluice.spi.Attempt;
import io.sluice.spi.Attempt.Entry;
import io.sluice.spi.Mark;
import io.sluice.spi.Receipt;
import io.sluice.spi.Split;
import io.sluice.spi.Tally;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far the load of one run has come over all its attempts: read from the store once, then added to. */
final class Checkpoints {
    private static final String DONE = "";

    private final @Nullable CheckpointStore store;
    private final Map<Integer, String> planned = new TreeMap<>();
    private final Map<Integer, Mark> committed = new TreeMap<>();
    private Attempt attempt;
    private Checkpoint.@Nullable Started started;
    private Checkpoint.@Nullable Publishing publishing;
    private Checkpoint.@Nullable Published published;
    private Checkpoint.@Nullable Target target;
    private Checkpoint.@Nullable Spoiled spoiled;
    private boolean writing;

    /** @param store null when nothing is kept: the run has one attempt */
    Checkpoints(@Nullable CheckpointStore store) {
        this.store = store;
        this.attempt = new Attempt(UUID.randomUUID().toString(), 1, start());
    }

    private Entry start() {
        return kept() ? Entry.START : Entry.ONLY;
    }

    /** Whether another attempt could go on after this one. */
    boolean kept() {
        return store != null && store.resumable();
    }

    /** Reads what attempts before have left and enters this one. */
    void open() {
        if (store == null) {
            return;
        }
        String load = attempt.load();
        int number = 0;
        for (Checkpoint one : read(store)) {
            if (one instanceof Checkpoint.Attempted before) {
                load = before.load();
                number = before.number();
            } else {
                remember(one);
            }
        }
        if (started == null || planned.size() < started.splits()) {
            planned.clear();
            started = null;
        }
        Entry entry = publishing != null ? Entry.PUBLISHING : started != null ? Entry.LOADING : start();
        attempt = new Attempt(load, number + 1, entry);
        keep(new Checkpoint.Attempted(load, number + 1), true);
    }

    private static List<Checkpoint> read(CheckpointStore store) {
        try {
            return store.read();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private void remember(Checkpoint one) {
        switch (one) {
            case Checkpoint.Planned split -> planned.put(split.split(), split.rest());
            case Checkpoint.Committed mark ->
                committed.put(mark.split(), new Mark(mark.split(), mark.batch(), mark.rest(), mark.tally()));
            case Checkpoint.Started start -> started = start;
            case Checkpoint.Publishing receipts -> publishing = receipts;
            case Checkpoint.Published last -> published = last;
            case Checkpoint.Target columns -> target = columns;
            case Checkpoint.Spoiled reason -> spoiled = reason;
            case Checkpoint.Attempted ignored -> {}
        }
    }

    Attempt attempt() {
        return attempt;
    }

    /** Whether there is a plan to go on with. */
    boolean begun() {
        return started != null;
    }

    /** Whether only what comes after publishing is left to do. */
    boolean published() {
        return published != null;
    }

    /** What attempts before have committed in all splits. */
    Tally before() {
        if (published != null) {
            return published.tally();
        }
        return publishing != null
                ? publishing.tally()
                : committed.values().stream().map(Mark::tally).reduce(Tally.NONE, Tally::plus);
    }

    /** Enters the plan of a load that begins. */
    <S extends Split> List<SplitProgress<S>> plan(List<S> splits, Schema source) {
        List<SplitProgress<S>> all = new ArrayList<>();
        for (int number = 0; number < splits.size(); number++) {
            all.add(new SplitProgress<>(number, splits.get(number), 0, Tally.NONE));
            if (store != null) {
                keep(new Checkpoint.Planned(number, text(splits.get(number))), false);
            }
        }
        started = new Checkpoint.Started(splits.size(), columns(source));
        keep(started, true);
        return all;
    }

    /**
     * The splits that are not done.
     *
     * @param target what the target has of this load; it counts more than what was kept here
     * @param loader knows the classes of the reader's splits
     * @param source what the reader delivers now
     */
    <S extends Split> List<SplitProgress<S>> rest(List<Mark> target, ClassLoader loader, Schema source) {
        if (started != null && !started.columns().equals(columns(source))) {
            throw new SluiceException(
                    EngineError.SCHEMA_CHANGED,
                    "The source delivers %s, when the load began it was %s"
                            .formatted(columns(source), started.columns()));
        }
        for (Mark mark : target) {
            committed.merge(mark.split(), mark, (ours, theirs) -> theirs.batch() >= ours.batch() ? theirs : ours);
        }
        List<SplitProgress<S>> rest = new ArrayList<>();
        planned.forEach((number, whole) -> {
            Mark mark = committed.get(number);
            String from = mark == null ? whole : mark.rest();
            if (!from.equals(DONE)) {
                @SuppressWarnings("unchecked")
                S split = (S) RecordText.read(from, Split.class, loader);
                long batch = mark == null ? 0 : mark.batch();
                rest.add(new SplitProgress<>(number, split, batch, mark == null ? Tally.NONE : mark.tally()));
            }
        });
        return rest;
    }

    /** @throws SluiceException TARGET_CHANGED when an attempt before found out that it may have written something wrong */
    void requireUnspoiled() {
        if (spoiled != null) {
            throw new SluiceException(EngineError.TARGET_CHANGED, spoiled.why());
        }
    }

    /**
     * This attempt begins to write into these columns.
     *
     * @throws SluiceException TARGET_CHANGED when they were changed while nobody can tell whether an attempt before was
     *     still writing
     */
    void writingInto(Schema columns) {
        List<String> now = columns.columns().stream()
                .map(column -> column.name() + " " + column.nativeType() + " " + column.type())
                .toList();
        Checkpoint.Target before = target;
        if (before != null && !before.seen() && !before.columns().equals(now)) {
            throw new SluiceException(
                    EngineError.TARGET_CHANGED,
                    "The target has the columns %s, the attempt before began to write into %s, and it is not known whether it was still at work when they were changed"
                            .formatted(now, before.columns()));
        }
        target = new Checkpoint.Target(now, false);
        writing = true;
        keep(target, true);
    }

    /** The columns of the target are still what they were when this attempt began. */
    void targetSeen() {
        if (target != null && writing) {
            target = new Checkpoint.Target(target.columns(), true);
            keep(target, true);
        }
    }

    /** What was written may be wrong. */
    void spoil(String why) {
        if (begun()) {
            spoiled = new Checkpoint.Spoiled(why);
            keep(spoiled, true);
        }
    }

    /** How many splits the plan has. */
    int splits() {
        return planned.size();
    }

    private static List<String> columns(Schema schema) {
        return schema.columns().stream()
                .map(column -> column.name() + " " + column.type())
                .toList();
    }

    /** What remains of a split, as it is kept. */
    static String text(@Nullable Split rest) {
        return rest == null ? DONE : RecordText.write((Record) rest);
    }

    void committed(Mark mark) {
        if (store != null) {
            keep(new Checkpoint.Committed(mark), false);
        }
    }

    /** A batch is about to be sent to a target with transactions. */
    void sending(int split) throws InterruptedException {
        try {
            if (store != null) {
                store.sending(split);
            }
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /** Nothing is committed that this does not return for. */
    void committing() throws InterruptedException {
        if (store != null) {
            store.committing();
        }
    }

    /** The target has certainly nothing of the batch that was sent last. */
    void takenBack(int split) {
        if (store != null) {
            store.takenBack(split);
        }
    }

    /** All rows of a batch for a target without transactions were left out by steps. */
    void leftOut(int split) {
        if (store != null) {
            store.leftOut(split);
        }
    }

    void publishing(List<? extends Receipt> receipts, Tally tally) {
        if (store != null) {
            List<String> texts = receipts.stream()
                    .map(receipt -> RecordText.write((Record) receipt))
                    .toList();
            keep(new Checkpoint.Publishing(texts, tally), true);
        }
    }

    /** The receipts of the attempt that began to publish. */
    <K extends Receipt> List<K> receipts(ClassLoader loader) {
        List<K> receipts = new ArrayList<>();
        for (String text : publishing == null ? List.<String>of() : publishing.receipts()) {
            @SuppressWarnings("unchecked")
            K receipt = (K) RecordText.read(text, Receipt.class, loader);
            receipts.add(receipt);
        }
        return receipts;
    }

    void published(Tally tally) {
        keep(new Checkpoint.Published(tally), true);
    }

    /** Nobody will go on with the load. */
    void forget() {
        try {
            if (store != null) {
                store.forget();
            }
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private void keep(Checkpoint next, boolean forced) {
        try {
            if (store != null) {
                store.keep(next, forced);
            }
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private static SluiceException failed(IOException failure) {
        return new SluiceException(
                EngineError.CHECKPOINT_FAILED, "The checkpoints cannot be kept: " + failure.getMessage(), failure);
    }
}
