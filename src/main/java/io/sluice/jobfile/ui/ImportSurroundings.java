package io.sluice.jobfile.ui;

import io.sluice.script.Side;
import java.util.Optional;
import java.util.UUID;

/** What the screen around an import does. */
public interface ImportSurroundings {
    /** There are more tasks than before. */
    void treeChanged();

    /** Brings a task to the front. */
    void open(UUID task);

    /** The name of the task in front that a lone step may be put into. */
    Optional<String> front();

    /** Puts a lone step in the place of the reader or writer of the task in front. */
    void putStep(Side side, String step);
}
