package io.sluice.studio.ui.form;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.sluice.run.ui.Blocks;
import io.sluice.script.Parameters;
import io.sluice.script.Path;
import io.sluice.script.Problem;
import io.sluice.script.ScriptDocument;
import io.sluice.script.Setting;
import io.sluice.script.Side;
import io.sluice.script.SyncTask;
import io.sluice.spi.config.ConfigValue;
import io.sluice.ui.State;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** How much at once, how fast, what happens to dirty records, and what the run promises. */
final class ChannelSection extends FormSection {
    private static final Path SETTING = Path.of("setting");

    private final ChannelFields fields;
    private final TextField concurrent;
    private final TextField megabytes;
    private final TextField records;
    private final Select<DirtyChoice> dirty = new Select<>();
    private final TextField tolerated;
    private final TextField batch;
    private final ZoneField zone = new ZoneField();
    private final TextField conflicts;
    private final TextField connections;
    private final Checkbox failover;
    private final Checkbox verify;
    private final Span dirtySentence = Blocks.text("sl-hint", "");
    private final Div wrong = Blocks.block("sl-channel-wrong");
    private final Span promise = Blocks.text("sl-promise", "");
    private final Promise promises;
    private Progress progress = new Progress(State.NONE, "");

    ChannelSection(TaskEditing editing, FormServices services) {
        super("channel");
        promises = new Promise(services.connectors());
        fields = new ChannelFields(editing);
        concurrent = fields.number("form.channel.concurrent", SETTING.resolve(Path.of("speed", "concurrent")), "1");
        megabytes = fields.number("form.channel.megabytes", SETTING.resolve(Path.of("speed", "mbps")), "");
        records = fields.number("form.channel.records", SETTING.resolve(Path.of("speed", "record")), "");
        tolerated = fields.number("form.channel.tolerated", SETTING.resolve(Path.of("errorLimit", "record")), "");
        batch = fields.number("form.channel.batch", Path.ROOT, "");
        conflicts = fields.number("form.channel.conflicts", SETTING.resolve(Path.of("retry", "conflict")), "8");
        connections = fields.number("form.channel.connections", SETTING.resolve(Path.of("retry", "connection")), "8");
        failover = fields.flag("form.channel.failover", SETTING.child("failoverEnable"));
        verify = fields.flag("form.channel.verify", SETTING.child("verify"));
        fields.on(megabytes, (document, value) -> ChannelEdits.megabytes(document, value));
        fields.on(tolerated, (document, value) -> ChannelEdits.tolerated(document, dirty.getValue(), value));
        fields.on(batch, ChannelEdits::batch);
        dirtyChoice();
        zoneChoice();
        add(Blocks.block("sl-card sl-fcard", first(), second(), wrong, promise));
        wrong.getElement().setAttribute("role", "alert");
    }

    private Div first() {
        Div policy = fields.cell("form.channel.dirty", Blocks.block("sl-row", dirty, tolerated), dirtySentence);
        policy.addClassName("wide");
        return Blocks.block(
                "sl-channel",
                fields.cell("form.channel.concurrent", concurrent),
                fields.cell("form.channel.megabytes", megabytes),
                fields.cell("form.channel.records", records),
                policy);
    }

    private Div second() {
        return Blocks.block(
                "sl-channel",
                fields.cell("form.channel.batch", batch),
                fields.cell(
                        "form.channel.zone", zone, Blocks.text("sl-hint", getTranslation("form.channel.zone.hint"))),
                fields.cell("form.channel.conflicts", conflicts),
                fields.cell("form.channel.connections", connections),
                Blocks.block("sl-channel-flags", failover, verify));
    }

    private void dirtyChoice() {
        dirty.setItems(DirtyChoice.values());
        dirty.setItemLabelGenerator(choice -> switch (choice) {
            case NONE -> getTranslation("form.channel.dirty.none");
            case UP_TO -> getTranslation("form.channel.dirty.up-to");
            case SHARE -> getTranslation("form.channel.dirty.share");
            case ANY -> getTranslation("form.channel.dirty.any");
        });
        dirty.setAriaLabel(getTranslation("form.channel.dirty"));
        dirty.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                fields.edit(document -> ChannelEdits.policy(document, change.getValue()));
            }
        });
        fields.watch(dirty, SETTING.child("errorLimit"));
    }

    private void zoneChoice() {
        zone.setPlaceholder(getTranslation("form.channel.zone.none"));
        zone.onChoice(text -> fields.edit(document -> ChannelEdits.zone(document, text)));
        fields.watch(zone, ChannelEdits.ZONE);
    }

    @Override
    void show(FormTask task) {
        Setting setting = task.setting();
        fields.show(task);
        showDirty(task, setting.dirtyPolicy());
        fields.value(megabytes, ChannelEdits.megabytes(task.document(), setting));
        showBatch(task);
        ConfigValue zoneThere = task.document().read(ChannelEdits.ZONE).orElse(null);
        zone.setReadOnly(!task.editable() || !Values.isWord(zoneThere));
        String zoneText = zoneThere == null ? "" : Values.inInput(zoneThere);
        zone.show(zoneText);
        zone.setInvalid(!zoneText.isEmpty() && Parameters.names(zoneText).isEmpty() && !known(zoneText));
        wrong.removeAll();
        fields.homeless(task, SETTING)
                .forEach(message -> wrong.add(Blocks.block("sl-row", State.FAILED.glyph(), new Span(message))));
        wrong.setVisible(wrong.getComponentCount() > 0);
        promise.setText(promises.sentence(task, this::getTranslation));
        progress = progress(task, setting);
    }

    private void showDirty(FormTask task, Setting.DirtyPolicy policy) {
        ScriptDocument document = task.document();
        DirtyChoice choice = ChannelEdits.choice(document, policy).orElse(null);
        if (dirty.getValue() != choice) {
            dirty.setValue(choice);
        }
        dirty.setPlaceholder(ChannelEdits.parameter(document, SETTING.resolve(Path.of("errorLimit", "strategy")))
                .orElse(""));
        dirty.setReadOnly(!task.editable());
        tolerated.setVisible(choice == DirtyChoice.UP_TO || choice == DirtyChoice.SHARE);
        tolerated.setSuffixComponent(choice == DirtyChoice.SHARE ? new Span("%") : null);
        String limit = choice == null ? "" : ChannelEdits.limit(document, choice, policy);
        fields.value(tolerated, limit);
        boolean asked = choice == null || !Parameters.names(limit).isEmpty();
        dirtySentence.setText(asked ? "" : sentence(policy));
    }

    private static boolean known(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private void showBatch(FormTask task) {
        Optional<SyncTask.Step> writer = task.step(Side.WRITER);
        Optional<String> byDefault = task.description(Side.WRITER)
                .flatMap(kind -> kind.parameters().field(ChannelEdits.BATCH))
                .map(field -> field.byDefault() == null ? "" : field.byDefault());
        batch.setEnabled(byDefault.isPresent());
        batch.setPlaceholder(byDefault.orElse(""));
        ConfigValue rows = writer.flatMap(step -> step.parameter().find(ChannelEdits.BATCH))
                .orElse(null);
        batch.setReadOnly(!task.editable() || !Values.isWord(rows));
        fields.value(batch, rows == null ? "" : Values.inInput(rows));
    }

    private String sentence(Setting.DirtyPolicy policy) {
        return switch (policy) {
            case Setting.DirtyPolicy.AtMost limit ->
                limit.records() == 0
                        ? getTranslation("form.channel.dirty.none.effect")
                        : getTranslation("form.channel.dirty.up-to.effect", limit.records());
            case Setting.DirtyPolicy.AtMostShare share ->
                getTranslation("form.channel.dirty.share.effect", ChannelEdits.percent(share.share()));
            case Setting.DirtyPolicy.Unlimited ignored -> getTranslation("form.channel.dirty.any.effect");
        };
    }

    private Progress progress(FormTask task, Setting setting) {
        long errors = task.problemsAt(SETTING).stream().filter(Problem::isError).count();
        if (errors > 0) {
            return new Progress(State.FAILED, getTranslation("form.ends.errors", errors));
        }
        boolean limited = setting.speed().bytesPerSecond().isPresent()
                || setting.speed().recordsPerSecond().isPresent();
        return new Progress(
                State.OK,
                getTranslation(
                        limited ? "form.channel.progress.limited" : "form.channel.progress",
                        setting.speed().concurrent()));
    }

    @Override
    Progress progress() {
        return progress;
    }

    @Override
    boolean highlight(Path path) {
        return fields.highlight(path);
    }
}
