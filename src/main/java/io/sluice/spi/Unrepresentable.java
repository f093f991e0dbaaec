package io.sluice.spi;

import io.sluice.spi.config.Option;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a task wants done with values that a column of its target cannot hold. By default their record is dirty; whatever
 * else is chosen is counted and said in the run's log (docs/decisions/0018).
 */
public record Unrepresentable(
        NonFiniteNumber nonFiniteNumber, InfiniteDate infiniteDate, ZeroCharacter zeroCharacter, Fraction fraction) {
    /** The script's name of the parameters of readers and writers that choose. */
    public static final String PARAMETER = "unrepresentable";

    /** Every such value makes its record dirty. */
    public static final Unrepresentable DIRTY =
            new Unrepresentable(NonFiniteNumber.DIRTY, new InfiniteDate.Dirty(), ZeroCharacter.DIRTY, Fraction.DIRTY);

    /** NaN and infinite numbers where the column knows neither. */
    public enum NonFiniteNumber {
        @Option(label = "Dirty record")
        DIRTY,
        @Option(label = "NULL", help = "The record stays dirty where the column is NOT NULL.")
        CONVERT_TO_NULL
    }

    /** Infinite dates and times where the column does not know them. */
    public sealed interface InfiniteDate {
        record Dirty() implements InfiniteDate {}

        /** Dirty all the same where the column is NOT NULL. */
        record ConvertToNull() implements InfiniteDate {}

        /**
         * Midnight of a day.
         *
         * @param latest instead of infinity; null leaves such records dirty
         * @param earliest instead of -infinity; null leaves such records dirty
         */
        record Replace(@Nullable LocalDate latest, @Nullable LocalDate earliest) implements InfiniteDate {}
    }

    /** Dates that are zero as a whole, which only their own system knows; readers choose. */
    public sealed interface ZeroDate {
        record Dirty() implements ZeroDate {}

        record ConvertToNull() implements ZeroDate {}

        /** Midnight of a day. */
        record Replace(LocalDate date) implements ZeroDate {}
    }

    /** The character U+0000 in text where the system does not store it. */
    public enum ZeroCharacter {
        @Option(label = "Dirty record")
        DIRTY,
        @Option(label = "Remove", help = "The text arrives without these characters.")
        REMOVE
    }

    /** Digits of a second beyond those of the column. */
    public enum Fraction {
        @Option(label = "Dirty record")
        DIRTY,
        @Option(label = "Cut off", help = "Superfluous digits are left away; nothing is rounded.")
        TRUNCATE
    }

    /** How a script spells one of these choices, for logs. */
    public static String spelled(String parameter, String choice) {
        return PARAMETER + "." + parameter + "=" + choice;
    }
}
