package io.sluice.connector.jdbc;

import io.sluice.spi.data.Column;

/** A column of a query: what it means and how its values are taken over. */
public record ResultColumn(Column column, ColumnDecoder.Maker decoder) {}
