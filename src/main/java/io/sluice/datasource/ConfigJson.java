package io.sluice.datasource;

import io.sluice.spi.config.ConfigValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Settings as the JSON text that is stored. */
final class ConfigJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ConfigJson() {}

    static String write(ConfigValue.Obj settings) {
        return JSON.writeValueAsString(node(settings));
    }

    static ConfigValue.Obj read(String json) {
        return JSON.readTree(json) instanceof ObjectNode object ? object(object) : ConfigValue.Obj.EMPTY;
    }

    private static JsonNode node(ConfigValue value) {
        return switch (value) {
            case ConfigValue.Text text -> NODES.stringNode(text.value());
            case ConfigValue.Num number -> number(number.spelling());
            case ConfigValue.Bool bool -> NODES.booleanNode(bool.value());
            case ConfigValue.Null ignored -> NODES.nullNode();
            case ConfigValue.Array array -> {
                ArrayNode items = NODES.arrayNode();
                array.items().forEach(item -> items.add(node(item)));
                yield items;
            }
            case ConfigValue.Obj object -> {
                ObjectNode entries = NODES.objectNode();
                object.entries().forEach((name, entry) -> entries.set(name, node(entry)));
                yield entries;
            }
        };
    }

    /** A spelling that is no JSON number, such as {@code +5}, is kept as text; binding reads both. */
    private static JsonNode number(String spelling) {
        try {
            return NODES.numberNode(new BigDecimal(spelling));
        } catch (NumberFormatException unusual) {
            return NODES.stringNode(spelling);
        }
    }

    private static ConfigValue value(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> new ConfigValue.Text(node.stringValue());
            case NUMBER -> new ConfigValue.Num(node.asString());
            case BOOLEAN -> new ConfigValue.Bool(node.booleanValue());
            case ARRAY -> {
                List<ConfigValue> items = new ArrayList<>(node.size());
                node.forEach(item -> items.add(value(item)));
                yield new ConfigValue.Array(items);
            }
            case OBJECT -> object((ObjectNode) node);
            case NULL, MISSING, BINARY, POJO -> new ConfigValue.Null();
        };
    }

    private static ConfigValue.Obj object(ObjectNode node) {
        Map<String, ConfigValue> entries = new LinkedHashMap<>();
        node.properties().forEach(entry -> entries.put(entry.getKey(), value(entry.getValue())));
        return new ConfigValue.Obj(entries);
    }
}
