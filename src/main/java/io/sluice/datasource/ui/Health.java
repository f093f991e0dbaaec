package io.sluice.datasource.ui;

import io.sluice.datasource.TestReport;
import io.sluice.spi.SupportsConnectionTest;
import io.sluice.ui.State;
import org.jspecify.annotations.Nullable;

/** How a data source stands by its last connection test. */
enum Health {
    FINE(State.OK),
    DEGRADED(State.WARNING),
    FAILING(State.FAILED),
    UNTESTED(State.NONE);

    private final State state;

    Health(State state) {
        this.state = state;
    }

    State state() {
        return state;
    }

    static Health of(@Nullable TestReport report) {
        return report == null ? UNTESTED : of(report.state());
    }

    static Health of(SupportsConnectionTest.State state) {
        return switch (state) {
            case PASSED -> FINE;
            case WARNING -> DEGRADED;
            case FAILED -> FAILING;
            case SKIPPED -> UNTESTED;
        };
    }
}
