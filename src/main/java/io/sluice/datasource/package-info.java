/** The registered data sources of a workspace. */
@NullMarked
package io.sluice.datasource;

import org.jspecify.annotations.NullMarked;
