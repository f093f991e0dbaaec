package io.sluice.connector.jdbc;

import io.sluice.spi.data.LogicalType;

/**
 * The column that cuts a table in parts.
 *
 * @param sql quoted
 * @param ordered whether rows are read in its order, so that a half-read part continues behind its last key: only for
 *     the sole column of a primary key that the database compares exactly as it orders it
 */
public record SplitKey(String sql, LogicalType type, boolean nullable, boolean ordered) {}
