package io.sluice.studio.ui.assist;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.NativeButton;
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

    /** Narrower windows, in pixels, start with the guide folded. */
    private static final int ROOMY = 1400;

    private final Div body = Blocks.block("sl-guide-body");
    private final Div open;
    private final Button unfold;
    private final Runnable toForm;
    private @Nullable GuideEntry shown;

    /** @param toForm goes to the field of the form for what the guide tells of */
    public GuidePanel(Runnable toForm) {
        this.toForm = toForm;
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
        boolean narrow = attached.getUI().getPage().getExtendedClientDetails().getWindowInnerWidth() < ROOMY;
        WebStorage.getItem(FOLDED, kept -> arrange(kept == null ? narrow : "true".equals(kept)));
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
        if (!entry.facts().isEmpty() || entry.places().shown()) {
            body.add(facts(entry));
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

    private DescriptionList facts(GuideEntry entry) {
        DescriptionList list = new DescriptionList();
        for (Fact fact : entry.facts()) {
            list.add(new DescriptionList.Term(fact.name()), said(fact.value(), fact.code()));
        }
        if (entry.places().shown()) {
            places(entry.places(), list);
        }
        return list;
    }

    private static DescriptionList.Description said(String text, boolean code) {
        Span value = new Span(text);
        value.setClassName("sl-mono", code);
        return new DescriptionList.Description(value);
    }

    private void places(GuideEntry.Places places, DescriptionList list) {
        String form = places.form();
        DescriptionList.Description there = said(form.isEmpty() ? getTranslation("guide.form.none") : form, false);
        if (!form.isEmpty()) {
            NativeButton go = new NativeButton(getTranslation("guide.form.go"), click -> toForm.run());
            go.addClassName("sl-link");
            go.setId("guide-to-form");
            there.add(go);
        }
        list.add(new DescriptionList.Term(getTranslation("guide.form")), there);
        String dataX = places.dataX();
        list.add(
                new DescriptionList.Term("DataX"),
                said(dataX.isEmpty() ? getTranslation("guide.datax.none") : dataX, !dataX.isEmpty()));
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
