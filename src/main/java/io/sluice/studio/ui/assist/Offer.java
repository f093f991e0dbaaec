package io.sluice.studio.ui.assist;

import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.config.ConfigValue;
import io.sluice.studio.ui.assist.Suggestions.Item;
import io.sluice.studio.ui.assist.Suggestions.Kind;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** Choices for the value around a caret or for a word in it, as they are put together. */
record Offer(String text, CaretToken token, int caret) {
    /** What is typed of the value before the caret, its escapes as written. */
    String typed() {
        int begin = token.quoted() ? token.start() + 1 : token.start();
        return text.substring(Math.min(begin, caret), caret);
    }

    /** A choice that takes the place of the whole value. */
    Item value(Kind kind, String name, String detail, String about, boolean last) {
        String json = json(name);
        return new Item(kind, name, detail, about, json, token.quoted() ? json : name, last);
    }

    static String json(String text) {
        return JsonNodeFactory.instance.stringNode(text).toString();
    }

    /** As part of a text value: escaped, without quotes. */
    static String inside(String text) {
        String json = json(text);
        return json.substring(1, json.length() - 1);
    }

    Suggestions values(List<Item> items, boolean more, String message) {
        return replacing(token.start(), token.end(), items, more, message);
    }

    /** The whole value as it reads, without its quotes and escapes. */
    String plainValue() {
        int begin = Math.min(token.quoted() ? token.start() + 1 : token.start(), token.end());
        int end = token.quoted() && token.closed() ? token.end() - 1 : token.end();
        return plain(text.substring(begin, Math.max(begin, end)));
    }

    /** The part of it before the caret. */
    String plainTyped() {
        return plain(typed());
    }

    /** Where the caret stands in it. */
    int plainCaret() {
        return plainTyped().length();
    }

    /** A half escape at the end counts for nothing. */
    private static String plain(String escaped) {
        String quoted = '"' + escaped + '"';
        return ScriptDocument.parse(quoted).read(Path.ROOT).orElse(null) instanceof ConfigValue.Text(String value)
                ? value
                : escaped;
    }

    /** @param word the word before the caret, as the value reads */
    Suggestions words(String word, List<Item> items, boolean more, String message) {
        if (items.isEmpty() && !more && message.isEmpty()) {
            return Suggestions.NONE;
        }
        String escaped = inside(word);
        int start = typed().endsWith(escaped) ? caret - escaped.length() : caret;
        int end = caret;
        while (end < token.end() && CaretToken.isWord(text.charAt(end))) {
            end++;
        }
        boolean quoted = word.startsWith("\"") || word.startsWith("`");
        String quote = quoted ? inside(word.substring(0, 1)) : "";
        return replacing(start, text.startsWith(quote, end) ? end + quote.length() : end, items, more, message);
    }

    Suggestions replacing(int start, int end, List<Item> items, boolean more, String message) {
        int line = text.lastIndexOf('\n', caret - 1) + 1;
        return new Suggestions(items, start - line + 1, end - line + 1, more, message);
    }
}
