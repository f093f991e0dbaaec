package io.sluice.studio.ui.assist;

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

    /** Where the word before the caret begins; a letter behind a backslash belongs to the escape. */
    int wordStart() {
        int start = caret;
        while (start > token.start() + 1 && CaretToken.isWord(text.charAt(start - 1))) {
            start--;
        }
        return start < caret && text.charAt(start - 1) == '\\' ? start + 1 : start;
    }

    Suggestions words(List<Item> items, boolean more, String message) {
        int end = caret;
        while (end < token.end() && CaretToken.isWord(text.charAt(end))) {
            end++;
        }
        return replacing(wordStart(), end, items, more, message);
    }

    Suggestions replacing(int start, int end, List<Item> items, boolean more, String message) {
        int line = text.lastIndexOf('\n', caret - 1) + 1;
        return new Suggestions(items, start - line + 1, end - line + 1, more, message);
    }
}
