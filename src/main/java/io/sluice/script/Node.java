package io.sluice.script;

import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of the concrete syntax tree and the characters it stands on, {@code end} exclusive. */
sealed interface Node {
    int start();

    int end();

    /** The value without its place. */
    ConfigValue value();

    /** An object; duplicate names are kept. */
    record ObjectNode(int start, int end, List<Member> members) implements Node {
        @Override
        public ConfigValue value() {
            Map<String, ConfigValue> entries = new LinkedHashMap<>();
            for (Member member : members) {
                entries.put(member.name(), member.value().value());
            }
            return new ConfigValue.Obj(entries);
        }

        /** The last member of that name, for the last one wins. */
        @Nullable
        Member member(String name) {
            for (int i = members.size() - 1; i >= 0; i--) {
                if (members.get(i).name().equals(name)) {
                    return members.get(i);
                }
            }
            return null;
        }
    }

    /** An array. */
    record ArrayNode(int start, int end, List<Node> items) implements Node {
        @Override
        public ConfigValue value() {
            List<ConfigValue> values = new ArrayList<>(items.size());
            items.forEach(item -> values.add(item.value()));
            return new ConfigValue.Array(values);
        }
    }

    /** A text, without its quotes and escapes. */
    record TextNode(int start, int end, String text) implements Node {
        @Override
        public ConfigValue value() {
            return new ConfigValue.Text(text);
        }
    }

    /** A number in its spelling. */
    record NumberNode(int start, int end, String spelling) implements Node {
        @Override
        public ConfigValue value() {
            return new ConfigValue.Num(spelling);
        }
    }

    /** True, false or null. */
    record WordNode(int start, int end, ConfigValue value) implements Node {}

    /** The place where a value is missing or cannot be read. */
    record MissingNode(int start, int end) implements Node {
        @Override
        public ConfigValue value() {
            return new ConfigValue.Null();
        }
    }

    /** A name with its value. */
    record Member(TextNode key, Node value) {
        String name() {
            return key.text();
        }
    }
}
