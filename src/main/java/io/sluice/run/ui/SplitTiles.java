package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.block;
import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.sluice.engine.RunStatistics;
import io.sluice.ui.State;
import java.util.ArrayList;
import java.util.List;

/** The splits of a run as tiles in the order of their progress: done, running, failed, waiting. */
final class SplitTiles extends Div {
    private static final int MOST_TILES = 48;
    private static final int MOST_NUMBERS = 32;

    private final Div tiles = block("sl-tiles");
    private final Div counts = block("sl-splits-counts");
    private String drawn = "";

    SplitTiles() {
        addClassName("sl-splits");
        add(block("sl-caption", text("sl-title", getTranslation("run.splits"))), tiles, counts);
    }

    void show(RunStatistics now) {
        int waiting = Math.max(0, now.splitsTotal() - now.splitsDone() - now.splitsRunning() - now.splitsFailed());
        String state = now.splitsDone() + "/" + now.splitsRunning() + "/" + now.splitsFailed() + "/" + waiting;
        if (state.equals(drawn)) {
            return;
        }
        drawn = state;
        drawTiles(now);
        counts.removeAll();
        count(State.OK, "sl-ok", now.splitsDone(), getTranslation("run.splits.done", now.splitsDone()));
        count(State.RUNNING, "sl-run", now.splitsRunning(), getTranslation("run.splits.running", now.splitsRunning()));
        count(State.WAITING, "sl-idle", waiting, getTranslation("run.splits.waiting", waiting));
        count(State.FAILED, "sl-err", now.splitsFailed(), getTranslation("run.splits.failed", now.splitsFailed()));
    }

    private void count(State state, String tone, int number, String words) {
        Span count = new Span(state.glyph(), new Span(words));
        count.addClassNames("sl-splits-count", number > 0 ? tone : "none");
        counts.add(count);
    }

    private void drawTiles(RunStatistics now) {
        int total = now.splitsTotal();
        int shown = Math.min(total, MOST_TILES);
        List<Span> row = new ArrayList<>();
        for (int tile = 0; tile < shown; tile++) {
            int split = total <= MOST_TILES ? tile : (int) ((long) tile * total / shown);
            Span square = new Span(total <= MOST_NUMBERS ? Integer.toString(split + 1) : "");
            square.addClassNames("sl-tile", kind(now, split));
            row.add(square);
        }
        tiles.removeAll();
        tiles.add(row.toArray(Span[]::new));
    }

    private static String kind(RunStatistics now, int split) {
        if (split < now.splitsDone()) {
            return "ok";
        }
        if (split < now.splitsDone() + now.splitsRunning()) {
            return "run";
        }
        return split < now.splitsDone() + now.splitsRunning() + now.splitsFailed() ? "err" : "wait";
    }
}
