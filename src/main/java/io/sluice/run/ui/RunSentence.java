package io.sluice.run.ui;

import io.sluice.run.RunFailure;
import io.sluice.run.RunView;
import io.sluice.ui.Sentences;

/** A run in one sentence, for the strip of a closed dock. */
public final class RunSentence {
    private RunSentence() {}

    /** How the run stands or ended. */
    public static String of(RunView run, Texts texts) {
        String number = Long.toString(run.number());
        RunFailure failure = run.failure();
        if (failure != null) {
            return texts.translate("run.sentence.failed", number, Sentences.translated(failure.message()));
        }
        if (!run.state().ended()) {
            return texts.translate("run.sentence.live", number, run.statistics().recordsWritten());
        }
        String outcome = new RunFacts(texts).outcome(run);
        return texts.translate(
                "run.sentence.ended",
                number,
                RunStateLook.word(run.state(), texts),
                LocalTime.of(run.startedAt()),
                outcome);
    }
}
