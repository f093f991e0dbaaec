package io.sluice.run;

/** Where a run is in its life. */
public enum RunState {
    /** Waits for a free place. */
    QUEUED,
    RUNNING,
    /** Somebody asked for the end; the run is closing its connections. */
    STOPPING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    /** The process that ran it went away before the end. */
    INTERRUPTED;

    /** Whether nothing more will happen to the run. */
    public boolean ended() {
        return switch (this) {
            case QUEUED, RUNNING, STOPPING -> false;
            case SUCCEEDED, FAILED, CANCELLED, INTERRUPTED -> true;
        };
    }
}
