package io.sluice.datasource;

import java.util.List;

/** What became of saving a data source. */
public sealed interface DataSourceResult {
    record Saved(DataSource dataSource) implements DataSourceResult {}

    record Invalid(List<FieldProblem> problems) implements DataSourceResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** Another data source of the workspace has this name. */
    record NameTaken(String name) implements DataSourceResult {}

    /** The data source was deleted meanwhile. */
    record Gone() implements DataSourceResult {}
}
