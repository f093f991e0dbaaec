package io.sluice.connector.postgresql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a row of a composite type as the server spells it, for example {@code (1,"a ""b""",)} (PostgreSQL 18,
 * section 8.16.6). What is no such text has no fields; the server refuses it.
 */
final class RowText {
    private final String text;
    private int at;

    RowText(String text) {
        this.text = text.strip();
    }

    /** In their order, null for NULL. */
    List<@Nullable String> fields() {
        List<@Nullable String> fields = new ArrayList<>();
        if (!text.startsWith("(") || !text.endsWith(")")) {
            return fields;
        }
        at = 0;
        do {
            at++;
            fields.add(field());
        } while (at < text.length() && text.charAt(at) == ',');
        return fields;
    }

    private @Nullable String field() {
        StringBuilder field = new StringBuilder();
        int begin = at;
        boolean quoted = false;
        while (at < text.length() && (quoted || ",)".indexOf(text.charAt(at)) < 0)) {
            char one = text.charAt(at++);
            boolean another = at < text.length();
            if (one == '\\' && another || one == '"' && quoted && another && text.charAt(at) == '"') {
                field.append(text.charAt(at++));
            } else if (one == '"') {
                quoted = !quoted;
            } else {
                field.append(one);
            }
        }
        return at == begin ? null : field.toString();
    }
}
