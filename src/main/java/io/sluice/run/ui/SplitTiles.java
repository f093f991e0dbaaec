package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.block;
import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.sluice.engine.RunStatistics;
import io.sluice.engine.SplitState;
import io.sluice.engine.SplitState.Phase;
import io.sluice.ui.Sentences;
import io.sluice.ui.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The splits of a run as tiles in their order, each with what it reads and how far it is; of very many several share a tile.
 * Behind an ended run the slowest are named.
 */
final class SplitTiles extends Div {
    private static final int MOST_TILES = 96;
    private static final int MOST_NUMBERS = 32;
    private static final int SLOWEST = 3;

    private final Amounts amounts = new Amounts(this::getTranslation);
    private final Div tiles = block("sl-tiles");
    private final Div counts = block("sl-splits-counts");
    private final Div slowest = block("sl-slowest");
    private final List<Span> squares = new ArrayList<>();
    private String counted = "";

    SplitTiles() {
        addClassName("sl-splits");
        tiles.getElement().setAttribute("role", "list").setAttribute("aria-label", getTranslation("run.splits"));
        add(block("sl-caption", text("sl-title", getTranslation("run.splits"))), tiles, counts, slowest);
    }

    /** @param states none when they are not known any more: then only their number is */
    void show(RunStatistics now, List<SplitState> states, boolean ended) {
        List<SplitState> all = states.isEmpty() ? counted(now) : states;
        count(now, ended);
        int shown = Math.min(all.size(), MOST_TILES);
        prepare(shown, all.size() <= MOST_NUMBERS);
        double usual = all.stream()
                .filter(one -> one.phase() == Phase.DONE)
                .mapToLong(SplitState::records)
                .average()
                .orElse(0);
        for (int tile = 0; tile < shown; tile++) {
            int from = (int) ((long) tile * all.size() / shown);
            int to = (int) ((long) (tile + 1) * all.size() / shown);
            draw(squares.get(tile), all.subList(from, to), usual, ended);
        }
        name(ended ? all : List.of());
    }

    /** As many of each phase as were counted, in no order that means anything. */
    private static List<SplitState> counted(RunStatistics now) {
        List<SplitState> all = new ArrayList<>();
        for (int split = 0; split < now.splitsTotal(); split++) {
            Phase phase = Phase.WAITING;
            if (split < now.splitsDone()) {
                phase = Phase.DONE;
            } else if (split < now.splitsDone() + now.splitsRunning()) {
                phase = Phase.RUNNING;
            } else if (split < now.splitsDone() + now.splitsRunning() + now.splitsFailed()) {
                phase = Phase.FAILED;
            }
            all.add(new SplitState(split, "", phase, 0, 0));
        }
        return all;
    }

    private void count(RunStatistics now, boolean ended) {
        int open = Math.max(0, now.splitsTotal() - now.splitsDone() - now.splitsFailed());
        int running = ended ? 0 : now.splitsRunning();
        int waiting = open - running;
        String state = now.splitsDone() + "/" + running + "/" + now.splitsFailed() + "/" + waiting + ended;
        if (state.equals(counted)) {
            return;
        }
        counted = state;
        counts.removeAll();
        count(State.OK, "sl-ok", now.splitsDone(), getTranslation("run.splits.done", now.splitsDone()));
        if (!ended) {
            count(State.RUNNING, "sl-run", running, getTranslation("run.splits.running", running));
        }
        count(
                State.WAITING,
                "sl-idle",
                waiting,
                getTranslation(ended ? "run.splits.open" : "run.splits.waiting", waiting));
        count(State.FAILED, "sl-err", now.splitsFailed(), getTranslation("run.splits.failed", now.splitsFailed()));
    }

    private void count(State state, String tone, int number, String words) {
        Span count = new Span(state.glyph(), new Span(words));
        count.addClassNames("sl-splits-count", number > 0 ? tone : "none");
        counts.add(count);
    }

    private void prepare(int wanted, boolean numbered) {
        tiles.setClassName("many", !numbered);
        if (squares.size() == wanted) {
            return;
        }
        tiles.removeAll();
        squares.clear();
        for (int tile = 0; tile < wanted; tile++) {
            Span square = new Span(numbered ? Integer.toString(tile + 1) : "");
            square.getElement().setAttribute("role", "listitem");
            squares.add(square);
            tiles.add(square);
        }
    }

    private void draw(Span square, List<SplitState> splits, double usual, boolean ended) {
        square.setClassName("sl-tile " + kind(splits, ended));
        String words = splits.size() == 1 ? words(splits.getFirst(), ended) : words(splits, ended);
        square.getElement().setAttribute("title", words).setAttribute("aria-label", words);
        square.getStyle().set("--sl-tile-share", Math.round(share(splits, usual) * 20) * 5 + "%");
    }

    private static long in(List<SplitState> splits, Phase phase) {
        return splits.stream().filter(one -> one.phase() == phase).count();
    }

    private static String kind(List<SplitState> splits, boolean ended) {
        if (in(splits, Phase.FAILED) > 0) {
            return "err";
        }
        if (in(splits, Phase.DONE) == splits.size()) {
            return "ok";
        }
        return !ended && in(splits, Phase.WAITING) < splits.size() ? "run" : "wait";
    }

    /** How far a tile is: of one running split as long as the others were, of several how many are done. */
    private static double share(List<SplitState> splits, double usual) {
        if (splits.size() > 1) {
            return (double) in(splits, Phase.DONE) / splits.size();
        }
        SplitState only = splits.getFirst();
        return only.phase() != Phase.RUNNING || usual == 0 ? 0 : Math.min(0.95, only.records() / usual);
    }

    private String words(SplitState split, boolean ended) {
        String phase = phase(split.phase(), ended);
        String name = getTranslation("run.split", Integer.toString(split.number() + 1));
        String what = split.what().isEmpty() ? name : name + " · " + Sentences.part(split.what());
        if (split.millis() == 0 && split.records() == 0) {
            return what + " · " + phase;
        }
        return what + " · " + phase + " · " + rowsIn(split);
    }

    private String rowsIn(SplitState split) {
        return getTranslation("run.split.rows", split.records(), amounts.duration(Duration.ofMillis(split.millis())));
    }

    private String words(List<SplitState> splits, boolean ended) {
        String range = getTranslation(
                "run.split.range",
                Integer.toString(splits.getFirst().number() + 1),
                Integer.toString(splits.getLast().number() + 1));
        return range + ": "
                + List.of(Phase.values()).stream()
                        .filter(phase -> in(splits, phase) > 0)
                        .map(phase -> in(splits, phase) + " " + phase(phase, ended))
                        .collect(Collectors.joining(", "));
    }

    private String phase(Phase phase, boolean ended) {
        return switch (phase) {
            case WAITING -> getTranslation(ended ? "run.split.not-begun" : "run.split.waiting");
            case RUNNING -> getTranslation(ended ? "run.split.not-done" : "run.split.running");
            case DONE -> getTranslation("run.split.done");
            case FAILED -> getTranslation("run.split.failed");
        };
    }

    private void name(List<SplitState> all) {
        List<SplitState> longest = all.size() < 2
                ? List.of()
                : all.stream()
                        .filter(one -> one.millis() > 0 && one.phase() != Phase.WAITING)
                        .sorted(Comparator.comparingLong(SplitState::millis).reversed())
                        .limit(SLOWEST)
                        .toList();
        slowest.removeAll();
        slowest.setVisible(!longest.isEmpty());
        if (!longest.isEmpty()) {
            slowest.add(text("sl-muted", getTranslation("run.splits.slowest")));
            longest.forEach(one -> slowest.add(text(
                    "sl-slow",
                    getTranslation("run.split", Integer.toString(one.number() + 1))
                            + (one.what().isEmpty() ? "" : " (" + Sentences.part(one.what()) + ")") + ", "
                            + rowsIn(one))));
        }
    }
}
