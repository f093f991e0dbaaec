package io.sluice.connector.jdbc;

import io.sluice.spi.Unrepresentable;
import io.sluice.spi.Unrepresentable.InfiniteDate;
import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.Field;
import java.util.List;

/** What becomes of values that a system without NaN and infinities cannot hold. */
public record FiniteTarget(
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
        String minusInfinity,

        @Field(
                label = "Fractions of a second",
                help = "What becomes of times with more digits of the second than the column has.",
                byDefault = "dirty")
        Unrepresentable.Fraction fraction) {
    public List<ConfigProblem> problems() {
        return infiniteDate.problems(
                "infiniteDate",
                List.of(
                        new DateChoice.Given("infinity", infinity),
                        new DateChoice.Given("minusInfinity", minusInfinity)));
    }

    public Unrepresentable chosen() {
        InfiniteDate dates = switch (infiniteDate) {
            case DIRTY -> new InfiniteDate.Dirty();
            case CONVERT_TO_NULL -> new InfiniteDate.ConvertToNull();
            case REPLACE -> new InfiniteDate.Replace(DateChoice.date(infinity), DateChoice.date(minusInfinity));
        };
        return new Unrepresentable(nonFiniteNumber, dates, Unrepresentable.ZeroCharacter.DIRTY, fraction);
    }
}
