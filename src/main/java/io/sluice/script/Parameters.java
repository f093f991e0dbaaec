package io.sluice.script;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters of a script: {@code ${name}} inside its text values. A name consists of letters, digits and
 * underscores; {@code ${bdp.system.bizdate}} and {@code ${bdp.system.cyctime}} are known as well. Everything else in
 * braces is literal text, and nothing is ever evaluated.
 */
public final class Parameters {
    /** The business date, {@code yyyyMMdd}. */
    public static final String BIZDATE = "bdp.system.bizdate";

    /** The scheduled time, {@code yyyyMMddHHmmss}. */
    public static final String CYCTIME = "bdp.system.cyctime";

    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{(\\w+|bdp\\.system\\.(?:bizdate|cyctime))\\}", Pattern.UNICODE_CHARACTER_CLASS);

    private Parameters() {}

    /**
     * One mention of a parameter.
     *
     * @param path the text value that mentions it
     * @param place of {@code ${name}} itself; of the whole value when escapes stand in the way
     */
    public record Use(String name, Path path, Place place) {}

    /** The names in order of their first appearance. */
    public static List<String> names(ScriptDocument document) {
        Set<String> names = new LinkedHashSet<>();
        uses(document).forEach(use -> names.add(use.name()));
        return List.copyOf(names);
    }

    /** The names in one text, in order of their first appearance. */
    public static List<String> names(String text) {
        return REFERENCE
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** Every mention, in the order of the text. */
    public static List<Use> uses(ScriptDocument document) {
        List<Use> uses = new ArrayList<>();
        for (Node.TextNode node : texts(document)) {
            Matcher matcher = REFERENCE.matcher(node.text());
            while (matcher.find()) {
                uses.add(new Use(matcher.group(1), document.pathAt(node.start()), place(document, node, matcher)));
            }
        }
        return uses;
    }

    /**
     * The script with values in place of parameters. Values are put into the text values of the script and escaped for
     * JSON, so that quotes in a value stay quotes; parameters without a value stay as they are.
     *
     * @throws IllegalStateException when the document is not readable
     */
    public static ScriptDocument apply(ScriptDocument document, Map<String, String> values) {
        if (!document.readable()) {
            throw new IllegalStateException("Parameters need a script that can be read");
        }
        List<Edit> edits = new ArrayList<>();
        for (Node.TextNode node : texts(document)) {
            String replaced = apply(node.text(), values);
            if (!replaced.equals(node.text())) {
                edits.add(new Edit(node.start(), node.end(), JsonText.quote(replaced)));
            }
        }
        return document.replaced(edits);
    }

    /** The text with values in place of parameters; values are not searched for parameters again. */
    public static String apply(String text, Map<String, String> values) {
        if (!text.contains("${")) {
            return text;
        }
        Matcher matcher = REFERENCE.matcher(text);
        return matcher.replaceAll(
                match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    }

    /** Whether the system knows the value by itself. */
    public static boolean isSystem(String name) {
        return name.equals(BIZDATE) || name.equals(CYCTIME);
    }

    private static Place place(ScriptDocument document, Node.TextNode node, Matcher matcher) {
        boolean plain = node.end() - node.start() == node.text().length() + 2;
        int inside = node.start() + 1;
        return plain
                ? document.placeOf(inside + matcher.start(), inside + matcher.end())
                : document.placeOf(node.start(), node.end());
    }

    private static List<Node.TextNode> texts(ScriptDocument document) {
        List<Node.TextNode> texts = new ArrayList<>();
        Node root = document.tree().root();
        if (root != null) {
            collect(root, texts);
        }
        return texts;
    }

    private static void collect(Node node, List<Node.TextNode> texts) {
        switch (node) {
            case Node.ObjectNode object -> object.members().forEach(member -> collect(member.value(), texts));
            case Node.ArrayNode array -> array.items().forEach(item -> collect(item, texts));
            case Node.TextNode text -> {
                if (text.text().contains("${")) {
                    texts.add(text);
                }
            }
            case Node.NumberNode ignored -> {}
            case Node.WordNode ignored -> {}
            case Node.MissingNode ignored -> {}
        }
    }
}
