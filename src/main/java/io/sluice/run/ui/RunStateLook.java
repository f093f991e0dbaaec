package io.sluice.run.ui;

import io.sluice.run.RunState;
import io.sluice.ui.State;

/** How the state of a run is shown. */
public final class RunStateLook {
    private RunStateLook() {}

    /** The glyph of a state. */
    public static State glyph(RunState state) {
        return switch (state) {
            case QUEUED -> State.WAITING;
            case RUNNING, STOPPING -> State.RUNNING;
            case SUCCEEDED -> State.OK;
            case FAILED -> State.FAILED;
            case CANCELLED -> State.NONE;
            case INTERRUPTED -> State.WARNING;
        };
    }

    /** The word for a state. */
    public static String word(RunState state, Texts texts) {
        return switch (state) {
            case QUEUED -> texts.translate("run.state.queued");
            case RUNNING -> texts.translate("run.state.running");
            case STOPPING -> texts.translate("run.state.stopping");
            case SUCCEEDED -> texts.translate("run.state.succeeded");
            case FAILED -> texts.translate("run.state.failed");
            case CANCELLED -> texts.translate("run.state.cancelled");
            case INTERRUPTED -> texts.translate("run.state.interrupted");
        };
    }

    /** The colour class of a progress bar. */
    static String tone(RunState state) {
        return switch (state) {
            case QUEUED, CANCELLED, INTERRUPTED -> "idle";
            case RUNNING, STOPPING -> "running";
            case SUCCEEDED -> "ok";
            case FAILED -> "err";
        };
    }
}
