package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.block;
import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.sluice.engine.verify.VerifyResult;
import io.sluice.engine.verify.VerifyResult.KeyRange;
import io.sluice.engine.verify.VerifyResult.Kind;
import io.sluice.run.DifferenceQuery;
import io.sluice.run.DifferenceService;
import io.sluice.ui.Count;
import io.sluice.ui.Icon;
import io.sluice.ui.State;
import io.sluice.workspace.Member;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** How source and target of a run compare: the counts of both, where the differences lie, and the rows that differ. */
final class VerifyNote extends Div {
    private final VerifyResult result;
    private final DifferenceService differences;
    private final Member member;
    private final UUID run;
    private final Map<DifferenceQuery, NativeButton> choices = new LinkedHashMap<>();
    private final Span listed = text("sl-small sl-muted", "");
    private final DifferenceGrid grid;
    private volatile DifferenceQuery query = DifferenceQuery.ALL;

    VerifyNote(VerifyResult result, UUID run, DifferenceService differences, Member member) {
        this.result = result;
        this.run = run;
        this.differences = differences;
        this.member = member;
        addClassName("sl-verify");
        grid = new DifferenceGrid(
                result.columns(), (offset, limit) -> differences.page(member, run, query, offset, limit));
        add(block("sl-verify-title", (result.equal() ? State.OK : State.WARNING).glyph(), text("sl-strong", said())));
        add(counts());
        if (!result.equal() && result.keyed()) {
            addRows();
        }
    }

    /** Whether it shows this result of this run. */
    boolean shows(VerifyResult other, UUID ofRun) {
        return run.equals(ofRun) && result.equals(other);
    }

    private String said() {
        if (result.equal()) {
            return getTranslation("verify.equal");
        }
        return getTranslation(result.keyed() ? "verify.unequal" : "verify.unequal.keyless");
    }

    private Div counts() {
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
        return counts;
    }

    private Div count(String key, long number, boolean warning) {
        String shown = (warning && !result.complete() ? "≥ " : "") + Amounts.count(number);
        return block(
                "sl-fact",
                text("sl-fact-name", getTranslation(key)),
                text(warning ? "sl-fact-value warn" : "sl-fact-value", shown));
    }

    private void addRows() {
        if (!member.role().mayRun()) {
            add(text("sl-small sl-muted", getTranslation("verify.not-allowed")));
            return;
        }
        Div kinds = group("verify.kinds");
        kinds.add(choice(DifferenceQuery.ALL, getTranslation("verify.all"), result.found()));
        for (Kind kind : Kind.values()) {
            long found = found(kind);
            if (found > 0) {
                kinds.add(choice(new DifferenceQuery(kind, null), word(kind, this::getTranslation), found));
            }
        }
        add(block("sl-verify-bar", kinds, listed, Blocks.space(), csv()));
        if (result.ranges().size() > 1) {
            Div ranges = group("verify.ranges");
            ranges.add(text(
                    "sl-small sl-muted",
                    getTranslation("verify.where", result.ranges().getFirst().column())));
            result.ranges().forEach(range -> ranges.add(choice(range)));
            add(ranges);
        }
        add(grid);
        if (grid.hiddenColumns() > 0) {
            add(text("sl-small sl-muted", getTranslation("verify.columns.hidden", grid.hiddenColumns())));
        }
        choose(DifferenceQuery.ALL);
    }

    private Div group(String name) {
        Div group = block("sl-verify-choices");
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation(name));
        return group;
    }

    private long found(Kind kind) {
        return switch (kind) {
            case MISSING -> result.missing();
            case ADDITIONAL -> result.additional();
            case DIFFERENT -> result.different();
        };
    }

    private NativeButton choice(KeyRange range) {
        String keys = range.from().equals(range.to()) ? range.from() : range.from() + " … " + range.to();
        NativeButton choice = choice(
                new DifferenceQuery(null, range.number()),
                keys,
                range.missing() + range.additional() + range.different());
        choice.setTitle(getTranslation("verify.range", range.missing(), range.additional(), range.different()));
        return choice;
    }

    private NativeButton choice(DifferenceQuery wanted, String name, long found) {
        NativeButton choice = new NativeButton();
        choice.addClassName("sl-verify-choice");
        choice.add(new Span(name), new Count(found));
        choice.addClickListener(click -> choose(wanted.equals(query) ? DifferenceQuery.ALL : wanted));
        choices.put(wanted, choice);
        return choice;
    }

    private void choose(DifferenceQuery wanted) {
        query = wanted;
        choices.forEach((one, choice) -> {
            choice.setClassName("on", one.equals(wanted));
            choice.getElement().setAttribute("aria-pressed", Boolean.toString(one.equals(wanted)));
        });
        long kept = differences.count(member, run, DifferenceQuery.ALL);
        grid.show(wanted.equals(DifferenceQuery.ALL) ? kept : differences.count(member, run, wanted));
        listed.setText(kept < result.found() || !result.complete() ? notShown(kept) : "");
        grid.setVisible(kept > 0);
    }

    /** How many of the rows are not listed: because they are too many, or too old to be kept. */
    private String notShown(long kept) {
        if (kept == 0) {
            return getTranslation("verify.forgotten");
        }
        return getTranslation(
                result.complete() ? "verify.listed" : "verify.listed.incomplete", kept, result.found() - kept);
    }

    private Anchor csv() {
        Anchor link = new Anchor();
        link.setId("verify-csv");
        link.addClassName("sl-dirty-link");
        link.setHref(this::load);
        link.add(Icon.DOWNLOAD.create());
        link.add(getTranslation("verify.csv"));
        return link;
    }

    private void load(DownloadEvent event) throws IOException {
        event.setFileName("differing-rows.csv");
        event.setContentType("text/csv;charset=utf-8");
        try (Writer out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
            differences.export(member, run, query, out);
        }
    }

    /** What is wrong with a row in a word or two. */
    static String word(Kind kind, Texts texts) {
        return switch (kind) {
            case MISSING -> texts.translate("verify.kind.missing");
            case ADDITIONAL -> texts.translate("verify.kind.additional");
            case DIFFERENT -> texts.translate("verify.kind.different");
        };
    }
}
