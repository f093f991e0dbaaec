package io.sluice.jobfile;

import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.Secret;
import java.util.List;

/**
 * One distinct connection that job files spell out.
 *
 * @param name proposed for a new data source, or that of the registered one
 * @param type id of the connector
 * @param address URL without secrets
 * @param settings for the connector, without the password
 * @param jobs numbers of the jobs that use it
 * @param reason why it cannot be created; empty unless it is incomplete
 */
public record PlannedSource(
        String name,
        String type,
        String address,
        ConfigValue.Obj settings,
        Secret password,
        State state,
        List<Integer> jobs,
        String reason) {
    public PlannedSource {
        jobs = List.copyOf(jobs);
    }

    /** What becomes of a connection. */
    public enum State {
        /** An equal data source is registered. */
        REGISTERED,
        /** A data source is created for it. */
        NEW,
        /** There is none, and this member may create none. */
        MISSING,
        /** Something a data source needs is not in the file. */
        INCOMPLETE
    }

    /** The user it signs in as; empty when the file names none. */
    public String user() {
        return settings.find("username").map(ConfigValue::toString).orElse("");
    }

    /** Whether the file brings a password along. */
    public boolean hasPassword() {
        return !password.equals(Secret.of(""));
    }

    PlannedSource named(String other) {
        return new PlannedSource(other, type, address, settings, password, state, jobs, reason);
    }
}
