package io.sluice.bench;

import java.util.Locale;

/** The results as Markdown. */
final class ResultTable {
    private final StringBuilder text = new StringBuilder();

    ResultTable(BenchmarkSettings settings) {
        text.append(
                "Whole processes; seconds of wall time (fastest–slowest), CPU seconds of the process, peak memory. ");
        text.append(String.format(
                Locale.ROOT,
                "%,d rows, median of %d interleaved runs, ours with `%s`%s.%n%n",
                settings.rows(),
                settings.runs(),
                settings.javaOptions(),
                settings.writer().isBlank() ? "" : ", writers with `" + settings.writer() + "`"));
        text.append(
                "| path | native tool | s | CPU s | channels | ours, s | CPU s | peak MB | ratio | rows/s | rows/s");
        text.append(
                " per channel, start excluded |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
    }

    /** @param natives no runs where there is no native tool */
    void add(Transfer transfer, int channels, Measurement natives, Measurement ours) {
        boolean alone = natives.isEmpty();
        text.append("| %s | %s | %s | %s | %d "
                .formatted(
                        transfer.title(),
                        transfer.nativeTool(),
                        alone ? "" : wall(natives),
                        alone ? "" : number("%.1f", natives.cpu()),
                        channels));
        text.append("| %s | %s | %d | %s | %s | %s |%n"
                .formatted(
                        wall(ours),
                        number("%.1f", ours.cpu()),
                        ours.peakMegabytes(),
                        alone ? "" : number("**%.2f**", ours.wall() / natives.wall()),
                        number("%,.0f", transfer.rows(channels) / ours.wall()),
                        number("%,.0f", transfer.rows(channels) / ours.runOnly() / channels)));
    }

    private static String wall(Measurement measured) {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", measured.wall(), measured.fastest(), measured.slowest());
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /** @param machine what it was measured on */
    String markdown(String machine) {
        return machine + "\n\n" + text;
    }
}
