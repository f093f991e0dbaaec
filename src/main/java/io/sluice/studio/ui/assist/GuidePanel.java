package io.sluice.studio.ui.assist;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.WebStorage;
import io.sluice.run.ui.Blocks;
import io.sluice.studio.ui.assist.GuideEntry.Fact;
import io.sluice.studio.ui.assist.GuideEntry.Word;
import io.sluice.ui.Icon;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The guide beside the script: tells what the key at the caret means. Folded it is one button. */
public final class GuidePanel extends Div {
    private static final String FOLDED = "sluice.guide.folded";

    private final Div body = Blocks.block("sl-guide-body");
    private final Div open;
    private final Button unfold;
    private @Nullable GuideEntry shown;

    public GuidePanel() {
        addClassName("sl-guide");
        getElement().setAttribute("role", "complementary").setAttribute("aria-label", getTranslation("guide.title"));
        Button fold = new Button(Icon.CLOSE.create(), click -> fold(true));
        fold.addThemeNames("tertiary", "icon", "small");
        fold.setAriaLabel(getTranslation("guide.fold"));
        fold.setId("guide-fold");
        unfold = new Button(Icon.HELP.create(), click -> fold(false));
        unfold.addThemeNames("tertiary", "icon", "small");
        unfold.setAriaLabel(getTranslation("guide.unfold"));
        unfold.setTooltipText(getTranslation("guide.unfold"));
        unfold.setId("guide-unfold");
        body.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("guide.title"));
        Div head = Blocks.block(
                "sl-guide-head", Blocks.text("sl-guide-title", getTranslation("guide.title")), Blocks.space(), fold);
        open = Blocks.block("sl-guide-open", head, body);
        add(open, unfold);
        arrange(false);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        WebStorage.getItem(FOLDED, kept -> arrange("true".equals(kept)));
    }

    private void fold(boolean folded) {
        WebStorage.setItem(FOLDED, Boolean.toString(folded));
        arrange(folded);
    }

    private void arrange(boolean folded) {
        open.setVisible(!folded);
        unfold.setVisible(folded);
        setClassName("folded", folded);
    }

    /** Tells of a key; the same one again changes nothing. */
    public void show(GuideEntry entry) {
        if (entry.equals(shown)) {
            return;
        }
        shown = entry;
        body.removeAll();
        body.add(title(entry));
        if (!entry.about().isBlank()) {
            body.add(new Paragraph(entry.about().strip()));
        }
        if (!entry.facts().isEmpty()) {
            body.add(facts(entry.facts()));
        }
        words("guide.words", entry.words());
        if (!entry.examples().isEmpty()) {
            body.add(new H4(getTranslation("guide.example")));
            entry.examples().forEach(example -> body.add(new Pre(example)));
        }
        words("guide.keys", entry.keys());
    }

    private Div title(GuideEntry entry) {
        H3 key = new H3(entry.key());
        key.addClassName("sl-guide-key");
        Div title = Blocks.block("sl-guide-name", key);
        if (entry.required()) {
            title.add(Blocks.text("sl-tag", getTranslation("guide.required")));
        }
        if (!entry.label().isEmpty()) {
            title.add(Blocks.text("sl-guide-label", entry.label()));
        }
        return title;
    }

    private static DescriptionList facts(List<Fact> facts) {
        DescriptionList list = new DescriptionList();
        for (Fact fact : facts) {
            Span value = new Span(fact.value());
            value.setClassName("sl-mono", fact.code());
            list.add(new DescriptionList.Term(fact.name()), new DescriptionList.Description(value));
        }
        return list;
    }

    private void words(String title, List<Word> words) {
        if (words.isEmpty()) {
            return;
        }
        body.add(new H4(getTranslation(title)));
        DescriptionList list = new DescriptionList();
        list.addClassName("sl-guide-words");
        for (Word word : words) {
            Span spelled = Blocks.text("sl-mono", word.word());
            list.add(new DescriptionList.Term(spelled), new DescriptionList.Description(word.meaning()));
        }
        body.add(list);
    }
}
