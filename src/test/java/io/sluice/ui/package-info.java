/** Tests of the shell and its shared components. */
@NullMarked
package io.sluice.ui;

import org.jspecify.annotations.NullMarked;
