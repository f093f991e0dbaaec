package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.JdbcError;
import io.sluice.spi.error.SluiceException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an ENUM or SET column can hold. The server also takes a label in another case, with blanks behind it, as its
 * number, or labels of a SET in another order, and then shows something else than it was given.
 */
final class Labels {
    private final String definition;
    private final boolean several;
    private final List<String> ordered;
    private final Set<String> known;

    private Labels(String definition, boolean several, List<String> ordered) {
        this.definition = definition;
        this.several = several;
        this.ordered = List.copyOf(ordered);
        this.known = new HashSet<>(ordered);
    }

    static boolean has(String definition) {
        String type = definition.toLowerCase(Locale.ROOT);
        return type.startsWith("enum(") || type.startsWith("set(");
    }

    /** @param definition as the catalogue spells it, for example {@code enum('a','b''c')} */
    static Labels of(String definition) {
        List<String> labels = new ArrayList<>();
        StringBuilder label = new StringBuilder();
        boolean inside = false;
        for (int at = definition.indexOf('('); at < definition.length(); at++) {
            char sign = definition.charAt(at);
            if (sign != '\'') {
                if (inside) {
                    label.append(sign);
                }
            } else if (inside && definition.startsWith("''", at)) {
                label.append(sign);
                at++;
            } else {
                if (inside) {
                    labels.add(label.toString());
                    label.setLength(0);
                }
                inside = !inside;
            }
        }
        return new Labels(definition, definition.toLowerCase(Locale.ROOT).startsWith("set("), labels);
    }

    /** @throws SluiceException VALUE_REFUSED when the column would show another text than this */
    void require(String text) {
        if (!known.contains(text) && !(several && inOrder(text))) {
            throw new SluiceException(JdbcError.VALUE_REFUSED, "'" + text + "' is no label of " + definition);
        }
    }

    /** Labels of a SET in the order of its definition, each at most once; the empty text is the empty set. */
    private boolean inOrder(String text) {
        if (text.isEmpty()) {
            return true;
        }
        int last = -1;
        for (String one : text.split(",", -1)) {
            int place = ordered.indexOf(one);
            if (place <= last) {
                return false;
            }
            last = place;
        }
        return true;
    }
}
