package io.sluice.run.ui;

import io.sluice.run.BulkChange;

/** How far a change of many records is, and how it ended, in sentences. */
final class BulkWords {
    private final Texts texts;

    BulkWords(Texts texts) {
        this.texts = texts;
    }

    /** @param mine whether who reads this has begun it */
    String going(BulkChange change, boolean mine) {
        String key = switch (change.kind()) {
            case CORRECT -> "dirty.bulk.correct";
            case IGNORE -> "dirty.bulk.ignore";
            case REOPEN -> "dirty.bulk.reopen";
        };
        String what = texts.translate(key, change.progress().tally().seen(), change.total());
        return mine ? what : texts.translate("dirty.bulk.by", change.by().displayName(), what);
    }

    /** Why nothing else can be begun. */
    String busy(BulkChange other) {
        return texts.translate("dirty.bulk.busy", other.by().displayName());
    }

    /** How it ended, so that nothing is left to be guessed. */
    String ended(BulkChange change) {
        BulkChange.Progress end = change.progress();
        BulkChange.Tally tally = end.tally();
        String what = texts.translate(
                switch (change.kind()) {
                    case CORRECT -> "dirty.bulk.corrected";
                    case IGNORE -> "dirty.ignored";
                    case REOPEN -> "dirty.bulk.reopened";
                },
                tally.changed());
        StringBuilder words =
                new StringBuilder(texts.translate("dirty.bulk.by", change.by().displayName(), what));
        if (tally.missed() > 0) {
            words.append(' ').append(texts.translate("dirty.bulk.missed", tally.missed()));
        }
        switch (end.phase()) {
            case CANCELLED ->
                words.append(' ').append(texts.translate("dirty.bulk.cancelled", end.stoppedBy(), rest(change)));
            case DENIED -> words.append(' ').append(texts.translate("dirty.bulk.denied", rest(change)));
            case FAILED -> words.append(' ').append(texts.translate("dirty.bulk.failed", rest(change)));
            case DONE, GOING -> {}
        }
        return words.toString();
    }

    private static long rest(BulkChange change) {
        return Math.max(0, change.total() - change.progress().tally().seen());
    }
}
