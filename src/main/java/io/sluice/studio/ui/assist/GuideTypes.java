package io.sluice.studio.ui.assist;

import io.sluice.run.ui.Texts;
import io.sluice.spi.config.FieldType;
import tools.jackson.databind.JsonNode;

/** What types are called in the guide. */
record GuideTypes(Texts texts) {
    String of(FieldType type) {
        return switch (type) {
            case FieldType.TextType text ->
                text.code().isEmpty() ? texts.translate("guide.type.text") : texts.translate("guide.type.sql");
            case FieldType.SecretType ignored -> texts.translate("guide.type.secret");
            case FieldType.WholeType ignored -> texts.translate("guide.type.number");
            case FieldType.BoolType ignored -> texts.translate("guide.type.truth");
            case FieldType.ChoiceType ignored -> texts.translate("guide.type.choice");
            case FieldType.ListType list -> texts.translate("guide.type.list", of(list.element()));
            case FieldType.MapType ignored -> texts.translate("guide.type.map");
            case FieldType.GroupType ignored -> texts.translate("guide.type.object");
            case FieldType.AnyType ignored -> texts.translate("guide.type.any");
        };
    }

    /** @param schema of one key */
    String of(JsonNode schema) {
        String type = schema.path("type").isArray()
                ? schema.path("type").path(0).asString("")
                : schema.path("type").asString("");
        return switch (type) {
            case "string" -> texts.translate("guide.type.text");
            case "integer", "number" -> texts.translate("guide.type.number");
            case "array" -> texts.translate("guide.type.list", texts.translate("guide.type.any"));
            case "object" -> texts.translate("guide.type.object");
            default ->
                schema.path("enum").path(0).isBoolean()
                        ? texts.translate("guide.type.truth")
                        : texts.translate("guide.type.choice");
        };
    }
}
