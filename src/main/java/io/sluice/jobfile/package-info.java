/** Job files in and out of a workspace: what they hold, what becomes of it, and the tasks and data sources made of it. */
@NullMarked
package io.sluice.jobfile;

import org.jspecify.annotations.NullMarked;
