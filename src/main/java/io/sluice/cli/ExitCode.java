package io.sluice.cli;

/** What the process tells its caller. */
final class ExitCode {
    static final int SUCCEEDED = 0;
    static final int FAILED = 1;
    static final int INVALID = 2;
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
