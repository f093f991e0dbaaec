package io.sluice.run.ui;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** Figures as people read them: grouped thousands, a unit after a space, no more digits than help. */
public final class Amounts {
    private static final double MEGABYTE = 1024.0 * 1024.0;
    private static final double GIGABYTE = MEGABYTE * 1024.0;

    private final Texts texts;

    public Amounts(Texts texts) {
        this.texts = texts;
    }

    /** A whole number with its thousands grouped, such as {@code 1,204,618}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A share of one as whole per cent, such as {@code 64 %}; never 100 before the end. */
    public static String percent(double share) {
        long whole = share >= 1 ? 100 : Math.min(99, Math.round(share * 100));
        return Math.max(0, whole) + " %";
    }

    /** A share of one that may be small, such as {@code 0.001 %}. */
    public static String smallPercent(double share) {
        double percent = share * 100;
        if (percent == 0 || percent >= 10) {
            return Math.round(percent) + " %";
        }
        return new BigDecimal(percent)
                        .round(new MathContext(2, RoundingMode.HALF_UP))
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    /** A volume of bytes in MB, or GB from one on. */
    public static String volume(double bytes) {
        if (bytes >= GIGABYTE) {
            return String.format(Locale.ROOT, "%,.2f GB", bytes / GIGABYTE);
        }
        return String.format(Locale.ROOT, bytes < MEGABYTE ? "%,.2f MB" : "%,.1f MB", bytes / MEGABYTE);
    }

    /** A volume in memory, in KB below one MB. */
    public static String memory(long bytes) {
        return bytes < MEGABYTE ? String.format(Locale.ROOT, "%,d KB", (bytes + 1023) / 1024) : volume(bytes);
    }

    /** A duration in its two largest units, such as {@code 3 min 6 s}. */
    public String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return texts.translate("amount.milliseconds", Long.toString(duration.toMillis()));
        }
        if (seconds < 10) {
            return texts.translate("amount.seconds", String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0));
        }
        if (seconds < 60) {
            return texts.translate("amount.seconds", Long.toString(seconds));
        }
        if (seconds < 3600) {
            return texts.translate("amount.minutes", Long.toString(seconds / 60), Long.toString(seconds % 60));
        }
        return texts.translate("amount.hours", Long.toString(seconds / 3600), Long.toString(seconds % 3600 / 60));
    }
}
