package io.sluice.engine.verify;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON by its content, because some systems store the content and not the text: members in one order, of those that
 * occur twice the last, numbers by their value, no blanks.
 */
final class CanonicalJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CanonicalJson() {}

    /** Text that is no JSON stays as it is. */
    static String of(String text) {
        try {
            StringBuilder canonical = new StringBuilder(text.length());
            write(MAPPER.readTree(text), canonical);
            return canonical.toString();
        } catch (JacksonException notJson) {
            return text;
        }
    }

    private static void write(JsonNode node, StringBuilder into) {
        if (node.isObject()) {
            Map<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            into.append('{');
            members.forEach((name, value) -> {
                into.append(MAPPER.writeValueAsString(name)).append(':');
                write(value, into);
                into.append(',');
            });
            into.append('}');
        } else if (node.isArray()) {
            into.append('[');
            for (JsonNode item : node) {
                write(item, into);
                into.append(',');
            }
            into.append(']');
        } else if (node.isNumber()) {
            into.append(
                    node.decimalValue().signum() == 0
                            ? "0"
                            : node.decimalValue().stripTrailingZeros());
        } else {
            into.append(node);
        }
    }
}
