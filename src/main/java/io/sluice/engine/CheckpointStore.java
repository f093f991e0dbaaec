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

    /** Forgets everything: the load is complete, or nobody will go on with it. */
    void forget() throws IOException;
}
