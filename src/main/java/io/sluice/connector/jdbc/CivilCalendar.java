package io.sluice.connector.jdbc;

/** Days of the proleptic Gregorian calendar, computed without calendar objects. */
public final class CivilCalendar {
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int[] DAYS_OF_MONTH = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final long DAYS_TO_EPOCH = 719_162;

    private CivilCalendar() {}

    /** Whether there is such a day; zero months and zero days do not exist. */
    public static boolean exists(long year, int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
    }

    /** Days since 1970-01-01 of a day that exists. */
    public static long epochDay(long year, int month, int day) {
        long years = year - 1;
        long before = 365 * years + Math.floorDiv(years, 4L) - Math.floorDiv(years, 100L) + Math.floorDiv(years, 400L);
        int leap = month > 2 && isLeap(year) ? 1 : 0;
        return before + DAYS_BEFORE_MONTH[month - 1] + leap + day - 1 - DAYS_TO_EPOCH;
    }

    /**
     * The day of a positive year as {@code year << 16 | month << 8 | day}. Counts from 1 March of year 0, so that the
     * leap day ends a year.
     */
    public static int yearMonthDay(long epochDay) {
        long days = epochDay + 719_468;
        long era = Math.floorDiv(days, 146_097L);
        long dayOfEra = days - era * 146_097;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shifted = (int) ((5 * dayOfYear + 2) / 153);
        int month = shifted < 10 ? shifted + 3 : shifted - 9;
        int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
        int day = (int) (dayOfYear - (153L * shifted + 2) / 5) + 1;
        return year << 16 | month << 8 | day;
    }

    private static int daysOf(long year, int month) {
        return month == 2 && isLeap(year) ? 29 : DAYS_OF_MONTH[month - 1];
    }

    private static boolean isLeap(long year) {
        return (year & 3) == 0 && (Math.floorMod(year, 100L) != 0 || Math.floorMod(year, 400L) == 0);
    }
}
