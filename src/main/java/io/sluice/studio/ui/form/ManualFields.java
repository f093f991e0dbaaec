package io.sluice.studio.ui.form;

import java.util.ArrayList;
import java.util.List;

/** The text in which people list source fields by hand, one per line. */
final class ManualFields {
    private ManualFields() {}

    static String text(List<String> fields) {
        return String.join("\n", fields);
    }

    /**
     * The fields of a text: blank first and last lines are fields, other blank lines are not (codeless-ui.md section
     * 4).
     */
    static List<String> fields(String text) {
        List<String> lines = text.lines().toList();
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean outermost = i == 0 || i == lines.size() - 1;
            if (!lines.get(i).isBlank() || outermost && lines.size() > 1) {
                fields.add(lines.get(i).strip());
            }
        }
        return fields;
    }
}
