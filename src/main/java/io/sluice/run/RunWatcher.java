package io.sluice.run;

import java.util.List;

/** Is told what happens to a run: at most four times a second, never on the thread that started to watch. */
public interface RunWatcher {
    /** The run's state or figures changed. The last call has a state that {@link RunState#ended() ended}. */
    void changed(RunView view);

    /** New lines, in order, each exactly once. */
    void logged(List<LogLine> lines);
}
