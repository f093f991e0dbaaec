/** Tests of Data Studio on the screen. */
@NullMarked
package io.sluice.studio.ui;

import org.jspecify.annotations.NullMarked;
