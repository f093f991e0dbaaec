/** What every connector must do, inherited by the tests of each. */
@NullMarked
package io.sluice.connector;

import org.jspecify.annotations.NullMarked;
