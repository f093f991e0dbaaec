package io.sluice.studio.ui;

import io.sluice.datasource.DataSource;
import io.sluice.spi.Connector;
import java.util.List;
import java.util.function.Consumer;

/** Asks what a template is for; says so when it takes the place of a text. */
final class TemplateDialog extends StudioDialog {
    /** What can be chosen. */
    record Offer(List<Connector> readers, List<Connector> writers, List<DataSource> sources) {}

    private final EndFields source;
    private final EndFields target;
    private final Consumer<TemplateChoice> chosen;

    TemplateDialog(Offer offer, boolean overwrites, Consumer<TemplateChoice> chosen) {
        this.chosen = chosen;
        source = new EndFields(offer.readers(), offer.sources());
        target = new EndFields(offer.writers(), offer.sources());
        titles(
                getTranslation("template.title"),
                overwrites ? getTranslation("template.replace") : getTranslation("template.insert"));
        sentence(overwrites ? getTranslation("template.overwrites") : getTranslation("template.about"));
        field(getTranslation("template.source-type"), source.typeField());
        field(getTranslation("template.source"), source.sourceField());
        field(getTranslation("template.target-type"), target.typeField());
        field(getTranslation("template.target"), target.sourceField());
        source.typeField().setId("template-source-type");
        target.typeField().setId("template-target-type");
    }

    @Override
    void answered() {
        TemplateChoice choice =
                new TemplateChoice(source.typeId(), source.sourceName(), target.typeId(), target.sourceName());
        source.typeField().setInvalid(choice.sourceType().isEmpty());
        target.typeField().setInvalid(choice.targetType().isEmpty());
        if (choice.complete()) {
            close();
            chosen.accept(choice);
        }
    }
}
