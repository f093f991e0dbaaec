package io.sluice.run.ui;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Moments in the time zone of the browser. */
public final class LocalTime {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY_AND_CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private LocalTime() {}

    /** The time of day, with the date in front when that is not today. */
    public static String of(Instant moment) {
        ZoneId zone = zone();
        ZonedDateTime local = moment.atZone(zone);
        boolean today = local.toLocalDate().equals(ZonedDateTime.now(zone).toLocalDate());
        return (today ? CLOCK : DAY_AND_CLOCK).format(local);
    }

    private static ZoneId zone() {
        @Nullable UI ui = UI.getCurrent();
        String name =
                ui == null ? null : ui.getPage().getExtendedClientDetails().getTimeZoneId();
        if (name == null || name.isBlank()) {
            return ZoneId.systemDefault();
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneId.systemDefault();
        }
    }
}
