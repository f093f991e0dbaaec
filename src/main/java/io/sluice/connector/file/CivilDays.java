package io.sluice.connector.file;

/**
 * Arithmetic of the proleptic Gregorian calendar without objects. Years are counted from March so that the leap day
 * comes last and a month's first day is a linear function of its number.
 */
final class CivilDays {
    /** Days from 0000-03-01 to 1970-01-01. */
    static final long FROM_YEAR_ZERO_MARCH = 719_468L;

    private static final long DAYS_PER_ERA = 146_097L;
    private static final long YEARS_PER_ERA = 400L;

    private CivilDays() {}

    /** Days from 0000-03-01 to the first of March of {@code year}. */
    static long before(long year) {
        return 365 * year + Math.floorDiv(year, 4) - Math.floorDiv(year, 100) + Math.floorDiv(year, 400);
    }

    /** The year, counted from March, in which a day since 0000-03-01 falls. */
    static long marchYear(long day) {
        long era = Math.floorDiv(day, DAYS_PER_ERA);
        long dayOfEra = day - era * DAYS_PER_ERA;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        return era * YEARS_PER_ERA + yearOfEra;
    }

    /** Days since 1970-01-01. */
    static long epochDay(long year, int month, int day) {
        long marchYear = month <= 2 ? year - 1 : year;
        int monthFromMarch = month <= 2 ? month + 9 : month - 3;
        return before(marchYear) + (153 * monthFromMarch + 2) / 5 + day - 1 - FROM_YEAR_ZERO_MARCH;
    }

    static int daysOfMonth(long year, int month) {
        return switch (month) {
            case 2 -> isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static boolean isLeap(long year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }
}
