package io.sluice.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in words. */
public final class Ago {
    private static final long MINUTES_OF_HOUR = 60;
    private static final long HOURS_OF_DAY = 24;

    private Ago() {}

    /** For example "4 min ago"; a time in the future counts as now. */
    public static String text(Instant then, Instant now) {
        Duration passed = Duration.between(then, now);
        if (passed.toMinutes() < 1) {
            return translate("ago.now");
        }
        if (passed.toMinutes() < MINUTES_OF_HOUR) {
            return translate("ago.minutes", passed.toMinutes());
        }
        if (passed.toHours() < HOURS_OF_DAY) {
            return translate("ago.hours", passed.toHours());
        }
        return translate("ago.days", passed.toDays());
    }
}
