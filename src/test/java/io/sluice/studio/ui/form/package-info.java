@NullMarked
package io.sluice.studio.ui.form;

import org.jspecify.annotations.NullMarked;
