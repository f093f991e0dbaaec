package io.sluice.studio.ui;

import com.vaadin.flow.component.textfield.TextField;
import java.util.function.BiFunction;

/** Asks for name, source and target of a new task. */
final class NewTaskDialog extends StudioDialog {
    private final TextField name = new TextField();
    private final EndFields source;
    private final EndFields target;
    private final BiFunction<String, TemplateChoice, String> create;

    /**
     * @param place names of flow and folders the task comes into
     * @param create answers what is wrong with the name; an empty text when the task was made
     */
    NewTaskDialog(String place, TemplateDialog.Offer offer, BiFunction<String, TemplateChoice, String> create) {
        this.create = create;
        source = new EndFields(offer.readers(), offer.sources());
        target = new EndFields(offer.writers(), offer.sources());
        titles(getTranslation("new.task.title"), getTranslation("new.task.create"));
        sentence(getTranslation("new.task.place", place));
        field(getTranslation("new.name"), name);
        field(getTranslation("template.source-type"), source.typeField());
        field(getTranslation("template.source"), source.sourceField());
        field(getTranslation("template.target-type"), target.typeField());
        field(getTranslation("template.target"), target.sourceField());
        name.setId("new-task-name");
        source.typeField().setId("new-task-source-type");
        target.typeField().setId("new-task-target-type");
        source.typeField().setPlaceholder(getTranslation("new.task.later"));
        target.typeField().setPlaceholder(getTranslation("new.task.later"));
        addOpenedChangeListener(opened -> name.focus());
    }

    @Override
    void answered() {
        TemplateChoice choice =
                new TemplateChoice(source.typeId(), source.sourceName(), target.typeId(), target.sourceName());
        String objection = create.apply(name.getValue(), choice);
        if (objection.isEmpty()) {
            close();
        } else {
            name.setErrorMessage(objection);
            name.setInvalid(true);
        }
    }
}
