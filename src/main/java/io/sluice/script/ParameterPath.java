package io.sluice.script;

import io.sluice.spi.config.ConfigValue;

/**
 * Finds the value that a connector's problem is about. Its path is plain text in which names may themselves hold dots
 * and brackets, so the names that are really there decide.
 */
final class ParameterPath {
    private ParameterPath() {}

    /** The path of {@code text}, such as {@code connection[0].table}, inside {@code value}. */
    static Path of(String text, ConfigValue value) {
        Path path = Path.ROOT;
        ConfigValue here = value;
        String rest = text;
        while (!rest.isEmpty()) {
            if (here instanceof ConfigValue.Array array && itemEnd(rest) > 0) {
                int end = itemEnd(rest);
                int index = Integer.parseInt(rest.substring(1, end - 1));
                path = path.child(index);
                here = index < array.items().size() ? array.items().get(index) : new ConfigValue.Null();
                rest = rest.substring(end);
            } else {
                String plain = path.isRoot() ? rest : rest.replaceFirst("^\\.", "");
                String name = name(plain, here);
                path = path.child(name);
                here = here instanceof ConfigValue.Obj object
                        ? object.find(name).orElse(new ConfigValue.Null())
                        : new ConfigValue.Null();
                rest = plain.substring(name.length());
            }
        }
        return path;
    }

    /** The end of a leading {@code [0]}; 0 when there is none. */
    private static int itemEnd(String text) {
        int end = text.indexOf(']');
        boolean digits = text.startsWith("[")
                && end > 1
                && end < 8
                && text.substring(1, end).chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? end + 1 : 0;
    }

    /** The longest name of the object that the text starts with; up to the next dot or bracket when none fits. */
    private static String name(String text, ConfigValue value) {
        String longest = "";
        if (value instanceof ConfigValue.Obj object) {
            for (String name : object.entries().keySet()) {
                if (name.length() > longest.length() && text.startsWith(name) && ends(text, name.length())) {
                    longest = name;
                }
            }
        }
        if (!longest.isEmpty()) {
            return longest;
        }
        int end = 1;
        while (end < text.length() && !ends(text, end)) {
            end++;
        }
        return text.substring(0, Math.min(end, text.length()));
    }

    private static boolean ends(String text, int at) {
        return at == text.length() || text.charAt(at) == '.' || text.charAt(at) == '[';
    }
}
