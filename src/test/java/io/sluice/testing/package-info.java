/** What tests start for real: the packaged workbench, a browser, database servers. */
@NullMarked
package io.sluice.testing;

import org.jspecify.annotations.NullMarked;
