/** The screen of data sources: the list, the drawer with connection test and settings, and the gallery of types. */
@NullMarked
package io.sluice.datasource.ui;

import org.jspecify.annotations.NullMarked;
