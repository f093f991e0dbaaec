package io.sluice.run.ui;

/** The places of a slider for a rate: from slow to fast in steps a person thinks in, and at the end without limit. */
enum PaceScale {
    /** In bytes per second. */
    BYTES(1 << 20, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000),
    RECORDS(
            1, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000,
            1_000_000);

    private final double unit;
    private final double[] places;

    PaceScale(double unit, double... places) {
        this.unit = unit;
        this.places = places;
    }

    /** The last place, which is without limit. */
    int unlimited() {
        return places.length;
    }

    /** The rate at a place; 0 without limit. */
    long rate(int place) {
        return place >= places.length ? 0 : rate(places[Math.max(0, place)]);
    }

    /** The rate of a number in the unit of the scale; 0 without limit. */
    long rate(double number) {
        return number <= 0 ? 0 : Math.max(1, Math.round(number * unit));
    }

    /** A rate in the unit of the scale. */
    double number(long rate) {
        return rate / unit;
    }

    /** The place closest to a rate. */
    int place(long rate) {
        if (rate == 0) {
            return unlimited();
        }
        int closest = 0;
        for (int place = 1; place < places.length; place++) {
            if (apart(place, rate) < apart(closest, rate)) {
                closest = place;
            }
        }
        return closest;
    }

    private double apart(int place, long rate) {
        return Math.abs(Math.log(places[place] * unit / rate));
    }
}
