/** The shell every screen stands in: rail, status bar, theme, languages, sign-in, and the components screens share. */
@NullMarked
package io.sluice.ui;

import org.jspecify.annotations.NullMarked;
