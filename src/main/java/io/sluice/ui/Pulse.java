package io.sluice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Asks every open screen a few times a minute to refresh what it shows of the server. */
@org.springframework.stereotype.Component
public class Pulse {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final int SECONDS = 5;

    private final Set<Beat> beats = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("screen-pulse").factory());

    Pulse() {
        timer.scheduleWithFixedDelay(this::beat, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** Runs {@code refresh} in the screen's own turn until the component is detached. */
    public void follow(Component component, UI screen, Runnable refresh) {
        Beat beat = new Beat(screen, refresh);
        beats.add(beat);
        Registration[] once = new Registration[1];
        once[0] = component.addDetachListener(detached -> {
            beats.remove(beat);
            once[0].remove();
        });
    }

    private void beat() {
        for (Beat beat : beats) {
            if (beat.screen.isClosing()) {
                beats.remove(beat);
            } else {
                beat.screen.access(() -> refresh(beat));
            }
        }
    }

    /** Nobody has asked for it: that the store is silent stands in the status bar, and is not told of at every beat. */
    private static void refresh(Beat beat) {
        try {
            beat.refresh.run();
        } catch (DataAccessException storeSilent) {
            LOG.debug("A screen was not refreshed", storeSilent);
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    private record Beat(UI screen, Runnable refresh) {}
}
