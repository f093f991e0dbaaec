package io.sluice.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.sluice.spi.config.ConfigValue;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScriptDocumentLawsTest {
    @Property(tries = 2000)
    void keepsEveryCharacterOfAnyText(@ForAll("soups") String text) {
        ScriptDocument document = ScriptDocument.parse(text);
        assertThat(document.text()).isEqualTo(text);
        assertThatCode(() -> {
                    document.syntaxProblems();
                    document.read(Path.ROOT);
                    document.format();
                    for (int i = 0; i <= text.length(); i++) {
                        document.place(document.pathAt(i));
                    }
                })
                .doesNotThrowAnyException();
    }

    @Property(tries = 2000)
    void readsWhatWasWritten(@ForAll long seed) {
        Scripts scripts = new Scripts(seed);
        ScriptDocument document = readable(scripts);
        Path path = scripts.path(document);
        ConfigValue value = scripts.value(3);
        ScriptDocument edited = document.with(path, value);
        assertThat(edited.readable())
                .as(() -> edited.syntaxProblems() + "\n" + document + "\n=>\n" + edited)
                .isTrue();
        assertThat(edited.read(path)).as(() -> document + "\n=>\n" + edited).contains(value);
    }

    @Property(tries = 1000)
    void changesNothingWhenTheValueIsTheSame(@ForAll long seed) {
        Scripts scripts = new Scripts(seed);
        ScriptDocument document = readable(scripts);
        Path path = scripts.path(document);
        document.read(path)
                .ifPresent(
                        value -> assertThat(document.with(path, value).text()).isEqualTo(document.text()));
    }

    @Property(tries = 1000)
    void replacesNoOtherCharacter(@ForAll long seed) {
        Scripts scripts = new Scripts(seed);
        ScriptDocument document = readable(scripts);
        Path path = scripts.path(document);
        if (document.read(path).isEmpty()) {
            return;
        }
        Place place = document.place(path);
        String before = document.text().substring(0, document.offset(place.line(), place.column()));
        String after = document.text().substring(document.offset(place.endLine(), place.endColumn()));
        String edited = document.with(path, scripts.value(2)).text();
        assertThat(edited).startsWith(before).endsWith(after);
    }

    @Property(tries = 2000)
    void leavesOtherValuesAlone(@ForAll long seed) {
        Scripts scripts = new Scripts(seed);
        ScriptDocument document = readable(scripts);
        Path path = scripts.path(document);
        ScriptDocument edited = document.with(path, new ConfigValue.Text("new"));
        for (Path other : Scripts.paths(document)) {
            if (!other.startsWith(path) && !path.startsWith(other) && !replacesParent(document, path, other)) {
                assertThat(edited.read(other))
                        .as(() -> path + " / " + other + "\n" + document + "\n=>\n" + edited)
                        .isEqualTo(document.read(other));
            }
        }
    }

    @Property(tries = 2000)
    void removesTheValueAndNothingElse(@ForAll long seed) {
        Scripts scripts = new Scripts(seed);
        ScriptDocument document = readable(scripts);
        Path path = scripts.path(document);
        if (path.isRoot()) {
            return;
        }
        ScriptDocument edited = document.without(path);
        String shown = path + "\n" + document + "\n=>\n" + edited;
        assertThat(edited.readable()).as(() -> edited.syntaxProblems() + shown).isTrue();
        assertThat(edited.read(Path.ROOT))
                .as(shown)
                .isEqualTo(document.read(Path.ROOT).map(root -> without(root, path.steps(), true)));
    }

    @Property(tries = 2000)
    void formatsOnceAndKeepsValuesAndComments(@ForAll long seed) {
        ScriptDocument document = readable(new Scripts(seed));
        ScriptDocument formatted = document.format();
        assertThat(formatted.readable())
                .as(() -> formatted.syntaxProblems() + "\n" + formatted)
                .isTrue();
        assertThat(formatted.format().text()).as(() -> "of\n" + document).isEqualTo(formatted.text());
        for (Path path : Scripts.paths(document)) {
            if (!path.isRoot()) {
                assertThat(formatted.read(usual(path, document)))
                        .as(() -> document + "\n=>\n" + formatted)
                        .isEqualTo(document.read(path));
            }
        }
        assertThat(comments(formatted.text())).isEqualTo(comments(document.text()));
        assertThat(formatted.syntaxProblems())
                .allMatch(problem -> List.of("W102", "W108").contains(problem.code()));
    }

    @Property(tries = 500)
    void findsThePathOfEveryPlace(@ForAll long seed) {
        ScriptDocument document = readable(new Scripts(seed)).format();
        for (Path path : Scripts.paths(document)) {
            Place place = document.place(path);
            int offset = document.offset(place.line(), place.column());
            assertThat(document.pathAt(offset))
                    .as(() -> path + " in " + document)
                    .isEqualTo(path);
        }
    }

    @Property(tries = 500)
    void readsTheTextFormOfPaths(@ForAll long seed) {
        Scripts scripts = new Scripts(seed);
        for (Path path : Scripts.paths(readable(scripts))) {
            assertThat(Path.parse(path.toString())).isEqualTo(path);
        }
    }

    @Provide
    Arbitrary<String> soups() {
        Arbitrary<String> pieces = Arbitraries.of(
                "{", "}", "[", "]", ":", ",", "\"", "\"a\"", "“", "”", "1", "-", "true", "nul", "/", "//", "/*", "*/",
                "\n", "\r\n", "\r", " ", "\t", "\\", "\\u12", "\u00a0", "\u00c2", "，", "：", "｛", "\ufeff", "\ud834",
                "'", "x", "é");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(40).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(60));
    }

    private static ScriptDocument readable(Scripts scripts) {
        ScriptDocument document = ScriptDocument.parse(scripts.script());
        assertThat(document.readable())
                .as(() -> document.syntaxProblems() + "\n" + document)
                .isTrue();
        return document;
    }

    /** Whether the edit has to replace a scalar or another container that lies around both paths, or refill an array. */
    private static boolean replacesParent(ScriptDocument document, Path path, Path other) {
        Path parent = path.parent();
        Optional<ConfigValue> value = document.read(parent);
        boolean fits = path.last().orElseThrow() instanceof Path.Name
                ? value.orElseThrow() instanceof ConfigValue.Obj
                : value.orElseThrow() instanceof ConfigValue.Array;
        boolean otherSpelling = path.last().orElseThrow() instanceof Path.Name name
                && other.steps().size() >= path.steps().size()
                && other.steps().get(path.steps().size() - 1) instanceof Path.Name second
                && name.name().equalsIgnoreCase(second.name());
        return !fits && other.startsWith(parent) || otherSpelling;
    }

    /** Formatting writes a top-level key in its usual spelling. */
    private static Path usual(Path path, ScriptDocument document) {
        boolean other = path.steps().get(0).equals(new Path.Name("Steps"))
                && paths(document).noneMatch(Path.of("steps")::equals);
        return other
                ? Path.of("steps")
                        .resolve(new Path(path.steps().subList(1, path.steps().size())))
                : path;
    }

    private static java.util.stream.Stream<Path> paths(ScriptDocument document) {
        return Scripts.paths(document).stream();
    }

    private static ConfigValue without(ConfigValue value, List<Path.Step> steps, boolean top) {
        return switch (value) {
            case ConfigValue.Obj object
            when steps.get(0) instanceof Path.Name name -> without(object, name, steps, top);
            case ConfigValue.Array array
            when steps.get(0) instanceof Path.Index item
                    && item.index() < array.items().size() -> without(array, item.index(), steps);
            default -> value;
        };
    }

    private static ConfigValue without(ConfigValue.Obj object, Path.Name name, List<Path.Step> steps, boolean top) {
        String key = name.name();
        if (top && key.equals("steps") && !object.entries().containsKey(key)) {
            key = "Steps";
        }
        Optional<ConfigValue> inner = object.find(key);
        if (inner.isEmpty()) {
            return object;
        }
        return steps.size() == 1
                ? top && key.equals("steps") ? object.without(key).without("Steps") : object.without(key)
                : object.with(key, without(inner.get(), steps.subList(1, steps.size()), false));
    }

    private static ConfigValue without(ConfigValue.Array array, int index, List<Path.Step> steps) {
        List<ConfigValue> items = new java.util.ArrayList<>(array.items());
        ConfigValue item = items.remove(index);
        if (steps.size() > 1) {
            items.add(index, without(item, steps.subList(1, steps.size()), false));
        }
        return new ConfigValue.Array(items);
    }

    private static long comments(String text) {
        return ScriptDocument.parse(text).syntaxProblems().stream()
                .filter(problem -> problem.code().equals("W102"))
                .count();
    }
}
