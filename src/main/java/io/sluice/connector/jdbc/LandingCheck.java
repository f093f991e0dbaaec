package io.sluice.connector.jdbc;

import io.sluice.spi.Guarantee;
import io.sluice.spi.config.ConfigProblem;
import java.util.ArrayList;
import java.util.List;

/** What the landing of a writer means, told from its parameters alone. */
public final class LandingCheck {
    private LandingCheck() {}

    /** The promise of a writer. @param overwrites whether a row with a known key is overwritten */
    public static Guarantee guarantee(Landing landing, boolean overwrites) {
        return switch (landing) {
            case Landing.Append ignored -> overwrites ? Guarantee.IDEMPOTENT : Guarantee.AT_LEAST_ONCE;
            case Landing.WithProgress ignored -> Guarantee.PROGRESS_IN_TARGET;
            case Landing.Staging ignored -> Guarantee.ALL_OR_NOTHING;
        };
    }

    /** {@code problems} and what does not go together with the landing. */
    public static List<ConfigProblem> check(WriteRequest request, List<ConfigProblem> problems) {
        List<ConfigProblem> all = new ArrayList<>(problems);
        if (request.landing() instanceof Landing.Staging && !request.before().isEmpty()) {
            all.add(
                    new ConfigProblem(
                            "preSql",
                            ConfigProblem.Kind.CONTRADICTION,
                            "Statements before the load would change the table that the staging of 'loadMode' keeps untouched until the end"));
        }
        return List.copyOf(all);
    }
}
