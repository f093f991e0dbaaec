/** Tests of runs on the screen. */
@NullMarked
package io.sluice.run.ui;

import org.jspecify.annotations.NullMarked;
