/** The dialogs through which job files come in and go out. */
@NullMarked
package io.sluice.jobfile.ui;

import org.jspecify.annotations.NullMarked;
