/** The form of a task: five sections over one script; each change is one edit of its text. */
@NullMarked
package io.sluice.studio.ui.form;

import org.jspecify.annotations.NullMarked;
