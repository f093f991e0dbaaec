package io.sluice.connector.jdbc;

import java.util.ArrayList;
import java.util.List;

/** Reads names as users write them: {@code orders}, {@code shop.orders}, {@code "Shop"."a.b"}. */
public final class Identifier {
    private Identifier() {}

    /** @param quoted whether the user quoted it, so that it is meant exactly */
    public record Part(String name, boolean quoted) {}

    /**
     * The parts of a name. Text that is neither a plain nor a well-formed quoted name is one literal name, so that
     * nothing in it can end the quoting (cases/security.md S39).
     */
    public static List<Part> parse(String text, char quote) {
        if (text.indexOf(quote) < 0) {
            List<Part> parts = new ArrayList<>();
            for (String name : text.split("\\.", -1)) {
                if (name.isEmpty()) {
                    return List.of(new Part(text, true));
                }
                parts.add(new Part(name, false));
            }
            return List.copyOf(parts);
        }
        return parseQuoted(text, quote);
    }

    /** A name of one part or several as scripts spell it: quoted only where it would else be read as another. */
    public static String spell(List<String> parts, char quote) {
        String plain = String.join(".", parts);
        List<String> read = parse(plain.strip(), quote).stream().map(Part::name).toList();
        return read.equals(parts)
                ? plain
                : String.join(
                        ".", parts.stream().map(part -> quoted(part, quote)).toList());
    }

    private static String quoted(String part, char quote) {
        String sign = String.valueOf(quote);
        return sign + part.replace(sign, sign + sign) + sign;
    }

    private static List<Part> parseQuoted(String text, char quote) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.charAt(at) == quote ? endOfQuoted(text, at, quote) : endOfPlain(text, at, quote);
            boolean last = end == text.length();
            if (end < 0 || !last && (text.charAt(end) != '.' || end + 1 == text.length())) {
                return List.of(new Part(text, true));
            }
            parts.add(part(text.substring(at, end), quote));
            at = end + 1;
        }
        return List.copyOf(parts);
    }

    private static Part part(String text, char quote) {
        if (text.charAt(0) != quote) {
            return new Part(text, false);
        }
        String doubled = String.valueOf(quote).repeat(2);
        return new Part(text.substring(1, text.length() - 1).replace(doubled, String.valueOf(quote)), true);
    }

    /** The position behind the closing quote, or -1 when there is none or nothing inside. */
    private static int endOfQuoted(String text, int from, char quote) {
        for (int at = from + 1; at < text.length(); at++) {
            if (text.charAt(at) == quote) {
                if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
                    at++;
                } else {
                    return at == from + 1 ? -1 : at + 1;
                }
            }
        }
        return -1;
    }

    private static int endOfPlain(String text, int from, char quote) {
        int dot = text.indexOf('.', from);
        int end = dot < 0 ? text.length() : dot;
        return end == from || text.substring(from, end).indexOf(quote) >= 0 ? -1 : end;
    }
}
