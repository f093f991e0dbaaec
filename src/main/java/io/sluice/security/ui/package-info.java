/** The doors of the web application: who gets in, and what browsers are told to refuse. */
@NullMarked
package io.sluice.security.ui;

import org.jspecify.annotations.NullMarked;
