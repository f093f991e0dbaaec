package io.sluice.engine;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Where the checkpoints of one load are kept. Used by several threads; one run at a time. */
public interface CheckpointStore extends Closeable {
    /** What was kept, oldest first; empty for a load that has not begun. */
    List<Checkpoint> read() throws IOException;

    /**
     * Keeps one more.
     *
     * @param forced whether it must also survive the failure of the machine; otherwise that of this process is enough
     */
    void keep(Checkpoint next, boolean forced) throws IOException;

    /** Whether another attempt may go on with what is kept. */
    default boolean resumable() {
        return true;
    }

    /**
     * A batch of a split is about to be sent to a target with transactions; nothing of it is sent before this returns. Called
     * again for every further try.
     */
    default void sending(int split) throws IOException, InterruptedException {}

    /**
     * Asked right before each commit, of a batch and of the load as a whole.
     *
     * @throws InterruptedException when this process may not write any more; the run has been told to end
     */
    default void committing() throws InterruptedException {}

    /** The target has certainly nothing of the batch of a split that was sent last. */
    default void takenBack(int split) {}

    /** All rows of a batch were left out on purpose; told where {@link Checkpoint.Committed} is not. */
    default void leftOut(int split) {}

    /** Forgets everything: the load is complete, or nobody will go on with it. */
    void forget() throws IOException;
}
