package io.sluice.jobfile;

import io.sluice.datasource.DataSourceResult;
import io.sluice.studio.NodeResult;
import io.sluice.studio.TreeNode;

/** What became of one job of an import: all of it, or nothing. */
public sealed interface JobResult {
    /** The number of the job in its plan. */
    int number();

    record Created(int number, TreeNode task) implements JobResult {}

    /** There is no task, because of its name or place. */
    record TaskRefused(int number, NodeResult why) implements JobResult {}

    /** There is no task, because a data source that it needs could not be created. */
    record SourceRefused(int number, String source, DataSourceResult why) implements JobResult {}
}
