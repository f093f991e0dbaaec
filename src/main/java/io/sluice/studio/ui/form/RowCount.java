package io.sluice.studio.ui.form;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;

/** An estimated number of rows in about three figures: 950, 12.4 K, 3.2 M; in Chinese by ten thousands. */
final class RowCount {
    private RowCount() {}

    static String about(long rows, Locale language) {
        DecimalFormat format = new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));
        if (rows < 10_000) {
            return format.format(rows);
        }
        if (language.getLanguage().equals(Locale.CHINESE.getLanguage())) {
            NumberFormat chinese = NumberFormat.getCompactNumberInstance(language, NumberFormat.Style.SHORT);
            chinese.setMaximumFractionDigits(1);
            return chinese.format(rows);
        }
        if (rows < 1_000_000) {
            return format.format(rows / 1e3) + " K";
        }
        return rows < 1_000_000_000 ? format.format(rows / 1e6) + " M" : format.format(rows / 1e9) + " G";
    }
}
