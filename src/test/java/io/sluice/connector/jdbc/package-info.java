/** Tests of the relational toolkit and what the relational connectors' tests share. */
@NullMarked
package io.sluice.connector.jdbc;

import org.jspecify.annotations.NullMarked;
