/** Toolkit of the relational connectors: safe connections, dialects, splits, value decoding and batch writing. */
@NullMarked
package io.sluice.connector.jdbc;

import org.jspecify.annotations.NullMarked;
