package io.sluice;

import java.lang.Thread.UncaughtExceptionHandler;

/**
 * Ends the process when one of its threads ends for want of memory: what that thread did would be missing from then on, and
 * nobody would notice. A run that has too little memory fails by itself and gets not as far as this.
 */
final class MemoryWatch implements UncaughtExceptionHandler {
    /** Exit status of a process that ended so. */
    static final int STATUS = 3;

    private MemoryWatch() {}

    static void begin() {
        Thread.setDefaultUncaughtExceptionHandler(new MemoryWatch());
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            System.err.println(
                    "Sluice ends, because its thread \"" + thread.getName() + "\" has no memory left: " + failure
                            + ". Give Java more memory (-Xmx) and start it again; runs that were at work can be resumed.");
            Runtime.getRuntime().halt(STATUS);
        }
        System.err.print("Exception in thread \"" + thread.getName() + "\" ");
        failure.printStackTrace(System.err);
    }
}
