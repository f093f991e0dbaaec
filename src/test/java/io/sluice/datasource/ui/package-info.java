/** Tests of the data sources screen. */
@NullMarked
package io.sluice.datasource.ui;

import org.jspecify.annotations.NullMarked;
