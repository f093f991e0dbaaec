/** Tests of the job script. */
@NullMarked
package io.sluice.script;

import org.jspecify.annotations.NullMarked;
