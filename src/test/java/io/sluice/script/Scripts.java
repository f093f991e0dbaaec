package io.sluice.script;

import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes scripts as people write them: valid values between comments, stray blanks and forgotten commas. */
final class Scripts {
    private static final String[] NAMES = {
        "type",
        "steps",
        "Steps",
        "setting",
        "parameter",
        "table",
        "column",
        "where",
        "a",
        "b",
        "",
        "a.b",
        "ключ",
        "x\"y",
        "n[0]"
    };
    private static final String[] TEXTS = {
        "",
        "id",
        "a \"quoted\" word",
        "back\\slash",
        "line\nbreak",
        "tab\t",
        "// no comment",
        "/* nor this */",
        "“typographic”",
        "漢字 𝄞",
        "\u00a0",
        "1024",
        "}",
        "]",
        ",",
        "\u0001",
        "${bizdate}"
    };
    private static final String[] NUMBERS = {"0", "1", "-7", "2.50", "1e3", "1E-2", "123456789012345678901234567890"};
    private static final String[] GAPS = {
        "",
        "",
        "",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        " // note\n",
        "\n// \"off\": 1\n",
        " /* block */ ",
        "/ single\n",
        "\u00a0",
        "\u3000",
        "\u00c2 ",
        "/** two\n lines */",
        "\n  // above\n  ",
        "//\n"
    };

    private final Random random;
    private final boolean tidy;

    Scripts(long seed) {
        random = new Random(seed);
        tidy = random.nextInt(4) == 0;
    }

    /** An object with the given depth of nesting, as text. */
    String script() {
        return gap() + object(4) + gap();
    }

    ConfigValue value(int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> new ConfigValue.Num(pick(NUMBERS));
            case 1 -> new ConfigValue.Bool(random.nextBoolean());
            case 2 -> new ConfigValue.Null();
            case 3, 4 -> new ConfigValue.Text(pick(TEXTS));
            case 5 -> new ConfigValue.Array(items(depth - 1));
            default -> new ConfigValue.Obj(entries(depth - 1));
        };
    }

    /** A path that may or may not lead to a value of the document. */
    Path path(ScriptDocument document) {
        List<Path> known = paths(document);
        Path path = known.get(random.nextInt(known.size()));
        return random.nextInt(3) > 0
                ? path
                : random.nextBoolean() ? path.child(pick(NAMES)) : path.child(random.nextInt(4));
    }

    /** The paths of all values, the whole script first. */
    static List<Path> paths(ScriptDocument document) {
        List<Path> paths = new ArrayList<>();
        collect(Path.ROOT, document.read(Path.ROOT).orElse(new ConfigValue.Null()), paths);
        return paths;
    }

    private static void collect(Path path, ConfigValue value, List<Path> paths) {
        paths.add(path);
        if (value instanceof ConfigValue.Obj object) {
            object.entries().forEach((name, entry) -> collect(path.child(name), entry, paths));
        } else if (value instanceof ConfigValue.Array array) {
            for (int i = 0; i < array.items().size(); i++) {
                collect(path.child(i), array.items().get(i), paths);
            }
        }
    }

    private List<ConfigValue> items(int depth) {
        List<ConfigValue> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(value(depth));
        }
        return items;
    }

    private Map<String, ConfigValue> entries(int depth) {
        Map<String, ConfigValue> entries = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            entries.put(pick(NAMES), value(depth));
        }
        return entries;
    }

    private String object(int depth) {
        StringBuilder out = new StringBuilder("{" + gap());
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            out.append(text(pick(NAMES)))
                    .append(gap())
                    .append(tidy || random.nextInt(9) > 0 ? ":" : "：")
                    .append(gap());
            out.append(written(depth - 1)).append(separator(i == count - 1));
        }
        return out.append('}').toString();
    }

    private String array(int depth) {
        StringBuilder out = new StringBuilder("[" + gap());
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            out.append(written(depth - 1)).append(separator(i == count - 1));
        }
        return out.append(']').toString();
    }

    private String written(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> pick(NUMBERS);
            case 1 -> random.nextBoolean() ? "true" : "null";
            case 2, 3, 4 -> text(pick(TEXTS));
            case 5 -> array(depth);
            default -> object(depth);
        };
    }

    private String text(String value) {
        boolean typographic = !tidy && random.nextInt(9) == 0 && !value.contains("“") && !value.contains("\"");
        String quoted = JsonText.quote(value);
        return typographic ? "“" + quoted.substring(1, quoted.length() - 1) + "”" : quoted;
    }

    private String separator(boolean last) {
        if (last) {
            return gap() + (!tidy && random.nextInt(4) == 0 ? "," + gap() : "");
        }
        return !tidy && random.nextInt(5) == 0
                ? gap() + " " + gap()
                : gap() + (random.nextInt(9) == 0 ? "，" : ",") + gap();
    }

    private String gap() {
        return tidy ? pick(new String[] {"", " ", "\n  "}) : pick(GAPS);
    }

    private <T> T pick(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
