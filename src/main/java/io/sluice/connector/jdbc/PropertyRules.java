package io.sluice.connector.jdbc;

import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The properties a user may pass to a driver: an allow-list with the form of each value, because block lists do not
 * work (facts.md: drivers accept percent-encoded, padded and otherwise cased names).
 */
public final class PropertyRules {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._:+/-]{1,120}");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern TRUTH = Pattern.compile("true|false");

    private final Map<String, Rule> byFoldedName = new LinkedHashMap<>();
    private final List<String> ignored;

    private PropertyRules(List<String> ignored) {
        this.ignored = ignored;
    }

    /** What a value must look like. */
    public enum Form {
        /** Digits. */
        WHOLE,
        /** {@code true} or {@code false}. */
        TRUTH,
        /** Letters, digits and {@code . _ : + / -}. */
        WORD
    }

    private record Rule(String name, Form form) {}

    /** Starts a list. @param ignored harmless names of other drivers that older job files carry; they are dropped */
    public static PropertyRules ignoring(String... ignored) {
        return new PropertyRules(
                List.of(ignored).stream().map(PropertyRules::fold).toList());
    }

    /** Adds names whose values have this form. */
    public PropertyRules allow(Form form, String... names) {
        for (String name : names) {
            byFoldedName.put(fold(name), new Rule(name, form));
        }
        return this;
    }

    /**
     * The properties in the driver's spelling.
     *
     * @throws SluiceException CONN_PROP_DENIED for a name outside the list or a value of another form
     */
    public Map<String, String> check(Map<String, String> given) {
        Map<String, String> accepted = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            Rule rule = byFoldedName.get(fold(name));
            if (rule != null) {
                accepted.put(rule.name(), checkedValue(rule, value));
            } else if (!ignored.contains(fold(name))) {
                throw new SluiceException(
                        CommonError.CONN_PROP_DENIED, "The connection property '" + shown(name) + "' is not allowed");
            }
        });
        return accepted;
    }

    /** What {@link #check} would say, as a message; empty when everything is allowed. */
    public Optional<String> problem(Map<String, String> given) {
        try {
            check(given);
            return Optional.empty();
        } catch (SluiceException refused) {
            return Optional.ofNullable(refused.getMessage());
        }
    }

    private static String checkedValue(Rule rule, String value) {
        String text = value.strip();
        boolean fits = switch (rule.form()) {
            case WHOLE -> WHOLE.matcher(text).matches();
            case TRUTH -> TRUTH.matcher(text.toLowerCase(Locale.ROOT)).matches();
            case WORD -> WORD.matcher(text).matches();
        };
        if (!fits) {
            throw new SluiceException(
                    CommonError.CONN_PROP_DENIED,
                    "The value of the connection property '%s' is not allowed".formatted(rule.name()));
        }
        return rule.form() == Form.TRUTH ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static String fold(String name) {
        String plain = isAscii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFKC);
        return plain.strip().toLowerCase(Locale.ROOT);
    }

    /** ASCII is normalized already, and Java's tables for what is not take time to load. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String shown(String name) {
        String short60 = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        return short60.replaceAll("\\p{Cntrl}", "?");
    }
}
