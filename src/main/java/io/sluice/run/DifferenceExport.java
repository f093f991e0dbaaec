package io.sluice.run;

import io.sluice.engine.verify.VerifyResult.Difference;
import io.sluice.engine.verify.VerifyResult.KeyValue;
import io.sluice.engine.verify.VerifyResult.Values;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows that differ as a CSV file, a line for each side that holds one. Values are in quotes, NULL is an empty field
 * without; what a spreadsheet would take for a formula is marked as text.
 */
final class DifferenceExport {
    private static final List<String> FACTS =
            List.of("sluice_difference", "sluice_kind", "sluice_side", "sluice_key", "sluice_columns");

    private final Writer out;
    private long number;

    /** @param columns names of the columns of the values */
    DifferenceExport(List<String> columns, Writer out) throws IOException {
        this.out = out;
        List<@Nullable String> header = new ArrayList<>(FACTS);
        header.addAll(columns);
        SpreadsheetText.line(header, out);
    }

    void write(Difference one) throws IOException {
        number++;
        Values values = one.values();
        if (values == null) {
            SpreadsheetText.line(facts(one, ""), out);
            return;
        }
        side(one, "source", values.source());
        side(one, "target", values.target());
    }

    private void side(Difference one, String side, List<@Nullable String> values) throws IOException {
        if (!values.isEmpty()) {
            List<@Nullable String> fields = facts(one, side);
            fields.addAll(values);
            SpreadsheetText.line(fields, out);
        }
    }

    private List<@Nullable String> facts(Difference one, String side) {
        List<@Nullable String> facts = new ArrayList<>();
        facts.add(Long.toString(number));
        facts.add(one.kind().name());
        facts.add(side);
        facts.add(one.key().stream().map(KeyValue::value).collect(Collectors.joining(", ")));
        facts.add(String.join(", ", one.columns()));
        return facts;
    }
}
