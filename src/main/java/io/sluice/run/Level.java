package io.sluice.run;

/** How important a line of a run's log is. */
public enum Level {
    DEBUG,
    INFO,
    WARN,
    ERROR
}
