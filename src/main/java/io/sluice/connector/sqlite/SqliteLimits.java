package io.sluice.connector.sqlite;

import io.sluice.connector.jdbc.DateChoice;
import io.sluice.connector.jdbc.FiniteTarget;
import io.sluice.spi.Unrepresentable;
import io.sluice.spi.config.Field;

/** What becomes of values that a SQLite column cannot hold, as scripts choose it; its times have all digits there are. */
record SqliteLimits(
        @Field(
                label = "NaN and infinite numbers",
                help = "What becomes of them where the column cannot hold them.",
                byDefault = "dirty")
        Unrepresentable.NonFiniteNumber nonFiniteNumber,

        @Field(
                label = "Infinite dates",
                help = "What becomes of infinity and -infinity of PostgreSQL where the column cannot hold them.",
                byDefault = "dirty")
        DateChoice infiniteDate,

        @Field(
                label = "Instead of infinity",
                help = "The date, when infinite dates become one; without it such records stay dirty.",
                example = "9999-12-31",
                byDefault = "")
        String infinity,

        @Field(
                label = "Instead of -infinity",
                help = "The date, when infinite dates become one; without it such records stay dirty.",
                example = "1000-01-01",
                byDefault = "")
        String minusInfinity) {
    FiniteTarget target() {
        return new FiniteTarget(nonFiniteNumber, infiniteDate, infinity, minusInfinity, Unrepresentable.Fraction.DIRTY);
    }
}
