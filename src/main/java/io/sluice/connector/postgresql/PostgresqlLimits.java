package io.sluice.connector.postgresql;

import io.sluice.spi.Unrepresentable;
import io.sluice.spi.Unrepresentable.InfiniteDate;
import io.sluice.spi.config.Field;

/** What becomes of values that columns of PostgreSQL cannot hold. */
record PostgresqlLimits(
        @Field(
                label = "NaN and infinite numbers",
                help = "What becomes of them where the column cannot hold them.",
                byDefault = "dirty")
        Unrepresentable.NonFiniteNumber nonFiniteNumber,

        @Field(
                label = "Character U+0000",
                help = "What becomes of text with the character U+0000, which PostgreSQL does not store.",
                byDefault = "dirty")
        Unrepresentable.ZeroCharacter zeroCharacter,

        @Field(
                label = "Fractions of a second",
                help = "What becomes of times with more digits of the second than the column has.",
                byDefault = "dirty")
        Unrepresentable.Fraction fraction) {
    Unrepresentable chosen() {
        return new Unrepresentable(nonFiniteNumber, new InfiniteDate.Dirty(), zeroCharacter, fraction);
    }
}
