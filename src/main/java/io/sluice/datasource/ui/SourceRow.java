package io.sluice.datasource.ui;

import io.sluice.datasource.DataSource;
import io.sluice.spi.Profile;
import java.util.List;
import java.util.Locale;

/**
 * A data source as the list shows it.
 *
 * @param profile of its connector
 * @param users names of the tasks that use it
 */
record SourceRow(DataSource source, Profile profile, SourceSummary summary, List<String> users) {
    SourceRow {
        users = List.copyOf(users);
    }

    Health health() {
        return Health.of(source.lastTest());
    }

    boolean matches(String search) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || source.name().toLowerCase(Locale.ROOT).contains(wanted)
                || profile.label().toLowerCase(Locale.ROOT).contains(wanted)
                || source.changedBy().toLowerCase(Locale.ROOT).contains(wanted)
                || summary.mentions(wanted);
    }
}
