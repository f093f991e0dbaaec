/** Tests of this feature on every store it runs on. */
@NullMarked
package io.sluice.jobfile;

import org.jspecify.annotations.NullMarked;
