package io.sluice.studio.ui.assist;

import io.sluice.run.ui.Texts;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import io.sluice.studio.ui.assist.GuideEntry.Fact;
import io.sluice.studio.ui.assist.GuideEntry.Word;
import io.sluice.ui.ConnectorTexts;
import java.util.ArrayList;
import java.util.List;

/** Tells of the parameters of steps, from the descriptions of their connectors. */
record FieldGuide(Texts texts) {
    GuideEntry of(FieldPlace place) {
        return place.field().map(this::of).orElseGet(() -> parameters(place));
    }

    private GuideEntry parameters(FieldPlace place) {
        String type = place.step().stepType();
        return new GuideEntry(
                "parameter",
                "",
                true,
                texts.translate("guide.key.steps.parameter"),
                List.of(new Fact(texts.translate("guide.of"), type, true)),
                List.of(),
                List.of(),
                keys(place.type()),
                GuideEntry.Places.NONE);
    }

    private GuideEntry of(FieldSpec field) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(texts.translate("guide.type"), new GuideTypes(texts).of(field.type()), false));
        String usual = field.byDefault();
        if (usual != null) {
            boolean empty = usual.isEmpty();
            facts.add(new Fact(
                    texts.translate("guide.default"), empty ? texts.translate("guide.empty") : visible(usual), !empty));
        }
        if (field.type() instanceof FieldType.WholeType whole) {
            range(whole, facts);
        }
        return new GuideEntry(
                field.name(),
                ConnectorTexts.translated(field.label()),
                field.required(),
                ConnectorTexts.translated(field.help()) + live(field.type()),
                facts,
                words(field.type()),
                field.example().isEmpty() ? List.of() : List.of(example(field)),
                keys(field.type()),
                GuideEntry.Places.NONE);
    }

    private static String visible(String text) {
        return text.replace("\n", "\\n").replace("\t", "\\t");
    }

    /** As it stands behind the colon. */
    private static String example(FieldSpec field) {
        String text = field.example();
        boolean json = text.startsWith("[")
                || text.startsWith("{")
                || field.type() instanceof FieldType.WholeType
                || field.type() instanceof FieldType.BoolType;
        return '"' + field.name() + "\": " + (json ? text : Offer.json(text));
    }

    private void range(FieldType.WholeType whole, List<Fact> facts) {
        boolean bounded = whole.min() > Integer.MIN_VALUE && whole.max() < Integer.MAX_VALUE;
        if (bounded) {
            facts.add(new Fact(
                    texts.translate("guide.range"), texts.translate("guide.from-to", whole.min(), whole.max()), false));
        }
    }

    private String live(FieldType type) {
        return switch (type) {
            case FieldType.ListType list -> live(list.element());
            case FieldType.TextType text ->
                switch (text.lookup()) {
                    case "tables" -> " " + texts.translate("guide.live.tables");
                    case "columns" -> " " + texts.translate("guide.live.columns");
                    case "dataSources" -> " " + texts.translate("guide.live.sources");
                    default -> text.code().equals("sql") ? " " + texts.translate("guide.live.sql") : "";
                };
            default -> "";
        };
    }

    private static List<Word> words(FieldType type) {
        return switch (type) {
            case FieldType.ChoiceType choice ->
                choice.choices().stream()
                        .map(one -> new Word(
                                one.value(),
                                ConnectorTexts.translated(one.help().isBlank() ? one.label() : one.help())))
                        .toList();
            case FieldType.BoolType ignored -> List.of(new Word("true", ""), new Word("false", ""));
            default -> List.of();
        };
    }

    private static List<Word> keys(FieldType type) {
        return switch (type) {
            case FieldType.GroupType group -> keys(group.spec());
            case FieldType.ListType list -> keys(list.element());
            default -> List.of();
        };
    }

    private static List<Word> keys(ConfigSpec<?> spec) {
        return spec.fields().stream()
                .map(field -> new Word(field.name(), ConnectorTexts.translated(field.label())))
                .toList();
    }
}
