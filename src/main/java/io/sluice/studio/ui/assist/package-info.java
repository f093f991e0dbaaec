/** What helps while a script is written: suggestions from live data sources, and the guide. */
@NullMarked
package io.sluice.studio.ui.assist;

import org.jspecify.annotations.NullMarked;
