package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.block;
import static io.sluice.run.ui.Blocks.space;
import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.sluice.engine.RunStatistics;
import io.sluice.run.RunPace;
import io.sluice.ui.Icon;
import io.sluice.ui.State;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reader, queue, steps and writer of a run with their shares of the last interval, and the sentence that names the slowest.
 * Rows wait between reader and steps only: the steps hand them to the writer one batch after the other.
 */
final class Pipeline extends Div {
    private static final int BARS = 7;

    private final RunFacts facts;
    private final Stage reader = new Stage(getTranslation("run.reader"));
    private final Stage transform = new Stage(getTranslation("run.transform"));
    private final Stage writer = new Stage(getTranslation("run.writer"));
    private final Span fill = text("sl-ring-fill", "");
    private final Span ringName = text("sl-muted sl-ring-size", getTranslation("run.ring"));
    private final List<Span> bars =
            IntStream.range(0, BARS).mapToObj(bar -> new Span()).toList();
    private final Div sentence = block("sl-say");
    private final Div glyph = block("sl-say-glyph");
    private final Span words = text("sl-say-words", "");
    private final Span advice = text("sl-say-advice", "");
    private final Button more = new Button();
    private final IntConsumer concurrency;
    private boolean limited;
    private int wanted;

    /** @param concurrency is told how many channels somebody wants */
    Pipeline(RunFacts facts, IntConsumer concurrency) {
        this.facts = facts;
        this.concurrency = concurrency;
        more.setId("pipeline-more");
        more.addThemeNames("small");
        more.addClickListener(click -> this.concurrency.accept(wanted));
        sentence.add(glyph, block("sl-say-text", words, advice), more);
        Div ringBars = block("sl-ring-bars");
        bars.forEach(bar -> bar.addClassName("sl-ring-bar"));
        ringBars.add(bars.toArray(Span[]::new));
        ringBars.add(Icon.ARROW_RIGHT.create());
        add(
                block(
                        "sl-caption",
                        text("sl-title", getTranslation("run.pipeline")),
                        space(),
                        text("sl-small sl-muted", getTranslation("run.pipeline.shares"))),
                block("sl-pipe", reader, block("sl-ring", fill, ringBars, ringName), transform, handOver(), writer),
                sentence);
    }

    private Div handOver() {
        Div direct = block("sl-ring sl-ring-direct", Icon.ARROW_RIGHT.create());
        direct.add(text("sl-muted", getTranslation("run.hand-over")));
        direct.getElement().setAttribute("title", getTranslation("run.hand-over.help"));
        return direct;
    }

    /** Names what stands at both ends, and whether a rate limit is set. */
    void sides(RunSides sides) {
        reader.what(sides.source());
        writer.what(sides.target());
        transform.what(
                sides.steps() == 0
                        ? getTranslation("run.transform.types")
                        : getTranslation("run.transform.steps", sides.steps()));
        limited = sides.limited();
    }

    /** @param changeable whether more channels can be had by whoever looks */
    void show(RunStatistics now, @Nullable RunPace pace, boolean changeable) {
        Bottleneck slower = Bottleneck.of(now);
        int channels = pace == null ? 0 : Math.min(pace.channels(), Math.max(1, now.splitsTotal()));
        reader.channels(channels);
        writer.channels(channels);
        reader.show(now.readerBusy(), slower == Bottleneck.SOURCE);
        transform.show(now.converting(), slower == Bottleneck.TRANSFORM);
        writer.show(now.writing(), slower == Bottleneck.TARGET);
        fill.setText(getTranslation("run.ring.full", Amounts.percent(now.ringFill())));
        ringName.setText(Amounts.memory(now.queuedBytes()));
        ringName.setTitle(getTranslation("run.ring.size", ringName.getText()));
        long lit = Math.round(now.ringFill() * BARS);
        for (int bar = 0; bar < BARS; bar++) {
            bars.get(bar).setClassName("on", bar < lit);
        }
        say(slower, facts.bottleneck(now, limited));
        wanted = changeable ? RunFacts.channelsWanted(now, channels) : 0;
        boolean helps = wanted > 0 && sentence.hasClassName("warn");
        advice.setText(helps ? getTranslation("run.advice.channels", RunFacts.waiting(now)) : "");
        more.setText(getTranslation("run.advice.set", wanted));
        more.setVisible(helps);
    }

    private void say(Bottleneck slower, String said) {
        boolean warning = switch (slower) {
            case TARGET, SOURCE, TRANSFORM -> true;
            case NEITHER, UNCLEAR -> false;
        };
        words.setText(said);
        sentence.setClassName("warn", warning);
        sentence.getStyle().set("visibility", said.isEmpty() ? "hidden" : "visible");
        glyph.removeAll();
        glyph.add(warning ? State.WARNING.glyph() : Icon.INFO.create());
    }

    private static final class Stage extends Div {
        private final Span what = text("sl-stage-what", "\u00a0");
        private final Div bar = block("sl-share-bar");
        private final Span busy = new Span();
        private final Span waiting = new Span();
        private final Span channels = text("sl-stage-channels", "");

        Stage(String name) {
            addClassName("sl-stage");
            add(
                    block("sl-stage-name", new Span(name), channels),
                    block("sl-stage-line", what),
                    block("sl-share", bar),
                    block("sl-stage-shares", busy, waiting));
        }

        void what(String name) {
            what.setText(name);
            what.setTitle(name);
        }

        void channels(int count) {
            channels.setText(count > 1 ? getTranslation("run.stage.channels", count) : "");
        }

        void show(double share, boolean slow) {
            setClassName("slow", slow);
            long busyPercent = Math.round(Math.clamp(share, 0, 1) * 100);
            bar.getStyle().set("width", busyPercent + "%");
            busy.setText(getTranslation("run.busy", busyPercent + " %"));
            waiting.setText(getTranslation("run.waiting", 100 - busyPercent + " %"));
        }
    }
}
