package io.sluice.run;

/** What became of the wish to end a run. */
public sealed interface StopResult {
    /** It ends now. */
    record Stopping() implements StopResult {}

    /** Somebody wanted that before. @param by who; empty when the process itself ends its runs */
    record AlreadyStopping(String by) implements StopResult {}

    /** It goes on in another process, which alone can end it. */
    record Elsewhere() implements StopResult {}

    /** It had ended before, or there is no such run. */
    record Ended() implements StopResult {}
}
