package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.block;
import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import io.sluice.engine.verify.VerifyResult;
import io.sluice.engine.verify.VerifyResult.Difference;
import io.sluice.engine.verify.VerifyResult.KeyValue;
import io.sluice.ui.State;
import java.util.List;
import java.util.stream.Collectors;

/** How source and target of a run compare: the counts of both, and the keys of the rows that differ. */
final class VerifyNote extends Div {
    VerifyNote(VerifyResult result) {
        addClassName("sl-verify");
        Div counts = block("sl-facts");
        counts.add(
                count("verify.source", result.sourceRows(), false), count("verify.target", result.targetRows(), false));
        if (result.keyed()) {
            counts.add(
                    count("verify.missing", result.missing(), result.missing() > 0),
                    count("verify.additional", result.additional(), result.additional() > 0),
                    count("verify.different", result.different(), result.different() > 0));
        }
        if (result.unfitRows() > 0) {
            counts.add(count("verify.unfit", result.unfitRows(), true));
        }
        String sentence = result.equal()
                ? getTranslation("verify.equal")
                : getTranslation(result.keyed() ? "verify.unequal" : "verify.unequal.keyless");
        add(
                block(
                        "sl-verify-title",
                        (result.equal() ? State.OK : State.WARNING).glyph(),
                        text("sl-strong", sentence)),
                counts);
        if (!result.differences().isEmpty()) {
            add(new Differences(result.differences(), this));
            if (!result.complete()) {
                add(text("sl-small sl-muted", getTranslation("verify.more")));
            }
        }
    }

    private Div count(String key, long number, boolean warning) {
        return block(
                "sl-fact",
                text("sl-fact-name", getTranslation(key)),
                text(warning ? "sl-fact-value warn" : "sl-fact-value", Amounts.count(number)));
    }

    private String word(Difference one) {
        return switch (one.kind()) {
            case MISSING -> getTranslation("verify.kind.missing");
            case ADDITIONAL -> getTranslation("verify.kind.additional");
            case DIFFERENT -> getTranslation("verify.kind.different");
        };
    }

    /** One line for each row that differs. */
    @Tag("table")
    private static final class Differences extends Component {
        Differences(List<Difference> differences, VerifyNote note) {
            getElement().getClassList().add("sl-verify-table");
            getElement().setAttribute("aria-label", note.getTranslation("verify.table"));
            Element head = line(
                    "th",
                    note.getTranslation("verify.what"),
                    note.getTranslation("verify.key"),
                    note.getTranslation("verify.columns"));
            Element body = new Element("tbody");
            for (Difference one : differences) {
                body.appendChild(line("td", note.word(one), key(one), String.join(", ", one.columns())));
            }
            getElement().appendChild(new Element("thead").appendChild(head), body);
        }

        private static String key(Difference one) {
            return one.key().stream().map(KeyValue::column).collect(Collectors.joining(", "))
                    + " = "
                    + one.key().stream().map(KeyValue::value).collect(Collectors.joining(", "));
        }

        private static Element line(String cell, String... texts) {
            Element row = new Element("tr");
            for (String text : texts) {
                row.appendChild(new Element(cell).setText(text));
            }
            return row;
        }
    }
}
