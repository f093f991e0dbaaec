package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.sluice.run.Refusal;
import io.sluice.run.ReplayResult;
import io.sluice.run.RunState;
import io.sluice.run.RunView;
import io.sluice.run.StartProblem;
import io.sluice.ui.Sentences;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What became of the wish to write dirty records, in a sentence above them. */
final class ReplayNotice {
    private ReplayNotice() {}

    static void show(Div place, ReplayResult result) {
        switch (result) {
            case ReplayResult.Started started ->
                say(
                        place,
                        place.getTranslation("dirty.replay.started", started.records()) + left(place, started.left()));
            case ReplayResult.Nothing nothing ->
                say(place, place.getTranslation("dirty.replay.nothing") + left(place, nothing.left()));
            case ReplayResult.Invalid invalid -> invalid(place, invalid.problems());
            case ReplayResult.Refused refused -> refused(place, refused.reason());
        }
    }

    static void refused(Div place, Refusal reason) {
        say(place, place.getTranslation(RefusalWords.key(reason)));
    }

    static void invalid(Div place, List<StartProblem> problems) {
        say(
                place,
                place.getTranslation(
                        "dirty.replay.invalid",
                        Sentences.translated(problems.getFirst().said())));
    }

    /** Says what replays that were started together have done. */
    static void ended(Div place, List<RunView> replays, Consumer<UUID> showRun) {
        long written = 0;
        long again = 0;
        RunView worst = replays.getFirst();
        for (RunView replay : replays) {
            written += replay.statistics().recordsWritten();
            again += replay.statistics().recordsDirty();
            worst = replay.state() == RunState.SUCCEEDED ? worst : replay;
        }
        say(
                place,
                place.getTranslation(
                        "dirty.replay.ended",
                        Long.toString(worst.number()),
                        RunStateLook.word(worst.state(), place::getTranslation),
                        Amounts.count(written),
                        Amounts.count(again)));
        UUID run = worst.id();
        link(place, place.getTranslation("dirty.replay.show"), () -> showRun.accept(run));
    }

    /** What can be done about what is said. */
    static void link(Div place, String name, Runnable action) {
        NativeButton link = new NativeButton(name, click -> action.run());
        link.addClassName("sl-line-link");
        place.add(link);
    }

    static void say(Div place, String sentence) {
        place.removeAll();
        place.add(text("sl-dirty-sentence", sentence));
    }

    private static String left(Div place, ReplayResult.Left left) {
        String taken = left.taken() == 0 ? "" : " " + place.getTranslation("dirty.replay.taken", left.taken());
        String cut = left.cut() == 0 ? "" : " " + place.getTranslation("dirty.replay.cut", left.cut());
        return taken + cut;
    }
}
