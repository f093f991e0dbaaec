/** Tests of the PostgreSQL connector against a real server. */
@NullMarked
package io.sluice.connector.postgresql;

import org.jspecify.annotations.NullMarked;
