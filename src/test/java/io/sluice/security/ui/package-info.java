/** Tests of the doors of the web application, over HTTP. */
@NullMarked
package io.sluice.security.ui;

import org.jspecify.annotations.NullMarked;
