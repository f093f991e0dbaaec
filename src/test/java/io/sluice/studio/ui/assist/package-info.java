@NullMarked
package io.sluice.studio.ui.assist;

import org.jspecify.annotations.NullMarked;
