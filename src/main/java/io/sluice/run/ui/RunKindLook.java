package io.sluice.run.ui;

import io.sluice.run.RunKind;

/** How the kind of a run is named. */
public final class RunKindLook {
    private RunKindLook() {}

    /** The word for a kind. */
    public static String word(RunKind kind, Texts texts) {
        return switch (kind) {
            case LOAD -> texts.translate("run.kind.load");
            case DRY_RUN -> texts.translate("run.kind.dry");
            case VERIFY -> texts.translate("run.kind.verify");
            case REPLAY -> texts.translate("run.kind.replay");
        };
    }
}
