package io.sluice.run.ui;

import com.vaadin.flow.component.UI;
import io.sluice.run.LogLine;
import io.sluice.run.RunView;
import io.sluice.run.RunWatcher;
import java.util.ArrayList;
import java.util.List;

/** Waits for the end of replays that were started together, whether their records are still shown or not. */
final class ReplayEnds implements RunWatcher {
    /** Hears each end, in the turn of the screen. */
    interface Listener {
        /** @param all whether none goes on any more */
        void ended(List<RunView> replays, boolean all);
    }

    private final UI ui;
    private final int wanted;
    private final Listener listener;
    private final List<RunView> ended = new ArrayList<>();

    ReplayEnds(UI ui, int wanted, Listener listener) {
        this.ui = ui;
        this.wanted = wanted;
        this.listener = listener;
    }

    @Override
    public void changed(RunView replay) {
        if (replay.state().ended()) {
            ui.accessLater(() -> add(replay), () -> {}).run();
        }
    }

    private void add(RunView replay) {
        ended.add(replay);
        listener.ended(ended, ended.size() == wanted);
    }

    @Override
    public void logged(List<LogLine> lines) {}
}
