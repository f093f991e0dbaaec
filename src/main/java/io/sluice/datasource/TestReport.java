package io.sluice.datasource;

import io.sluice.spi.SupportsConnectionTest.Layer;
import io.sluice.spi.SupportsConnectionTest.State;
import java.time.Instant;
import java.util.List;

/**
 * How a connection test went.
 *
 * @param millis how long all layers took
 * @param layers in the order they were tried
 */
public record TestReport(Instant at, String by, long millis, List<Layer> layers) {
    public TestReport {
        layers = List.copyOf(layers);
    }

    /** FAILED or WARNING when any layer is, else PASSED. */
    public State state() {
        boolean warning = false;
        for (Layer layer : layers) {
            switch (layer.state()) {
                case FAILED -> {
                    return State.FAILED;
                }
                case WARNING -> warning = true;
                case PASSED, SKIPPED -> {}
            }
        }
        return warning ? State.WARNING : State.PASSED;
    }
}
