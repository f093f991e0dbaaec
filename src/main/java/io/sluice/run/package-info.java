/** Starting, stopping and watching runs of tasks; their logs and history. */
@NullMarked
package io.sluice.run;

import org.jspecify.annotations.NullMarked;
