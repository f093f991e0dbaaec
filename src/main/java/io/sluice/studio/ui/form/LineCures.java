package io.sluice.studio.ui.form;

import io.sluice.datasource.TableWidening;
import io.sluice.engine.convert.WiderType;
import io.sluice.run.ui.Texts;
import io.sluice.run.ui.WidenDialog;
import io.sluice.spi.SupportsWidening;
import io.sluice.spi.data.LogicalType;
import io.sluice.ui.Toast;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is offered against a line that may lose values or cannot be drawn, and what is done when somebody takes it. */
final class LineCures {
    private static final String ZONE = "zone";
    private static final String PROFILE = "profile";
    private static final String WIDEN = "widen";
    private static final String CUT = "cut";

    private final TableWidening widening;
    private final Cures cures;
    private final TaskEditing editing;
    private final MappingDialogs dialogs;
    private final Texts texts;

    LineCures(TableWidening widening, TaskEditing editing, MappingDialogs dialogs, Texts texts) {
        this.widening = widening;
        cures = new Cures(widening);
        this.editing = editing;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    /** Names and labels, in the order in which they are offered. */
    Map<String, String> offered(FormTask shown, Mapping known, Line line) {
        Map<String, String> offered = new LinkedHashMap<>();
        boolean safe = line.fit() == Line.Fit.EXACT || line.fit() == Line.Fit.WIDENING;
        if (!shown.editable() || safe) {
            return offered;
        }
        if (line.needsZone()) {
            offered.put(ZONE, texts.translate("mapping.cure.zone"));
            return offered;
        }
        offered.put(PROFILE, texts.translate("mapping.profile"));
        if (known.shape() == TargetShape.TABLE
                && cures.widen(shown, known, line).isPresent()) {
            offered.put(WIDEN, texts.translate("mapping.cure.widen"));
        }
        Cures.cut(known, line).ifPresent(length -> offered.put(CUT, texts.translate("mapping.cure.cut", length)));
        return offered;
    }

    /** @param profile counts on a sample what would be lost */
    void take(String name, FormTask shown, Mapping known, Line line, Runnable profile) {
        switch (name) {
            case ZONE -> zone(known, List.of(line));
            case PROFILE -> profile.run();
            case WIDEN -> widen(shown, known, line);
            case CUT -> cut(known, line);
            default -> throw new IllegalArgumentException("There is no cure " + name);
        }
    }

    private void widen(FormTask shown, Mapping known, Line line) {
        SourceColumn source = known.sourceOf(line);
        LogicalType type = source.type();
        TableWidening.Target target = cures.widen(shown, known, line).orElse(null);
        if (type != null && target != null) {
            String why = texts.translate("mapping.widen.why", source.name(), source.typeText());
            boolean negatives = !(type instanceof LogicalType.Int whole && !whole.signed());
            SupportsWidening.Wish wider = new SupportsWidening.Wish(present -> WiderType.of(present, type), negatives);
            WidenDialog.Wish wish = new WidenDialog.Wish(target, why, wider);
            new WidenDialog(widening, editing.member(), wish, done -> {
                        Toast.show(texts.translate("widen.done", done.column(), done.type()));
                        editing.lookAgain();
                    })
                    .look();
        }
    }

    private void cut(Mapping known, Line line) {
        String column = known.sourceOf(line).name();
        Cures.cut(known, line).ifPresent(length -> editing.edit(document -> Cures.cut(document, column, length)));
    }

    /** Asks for the zone that all of these lines need. Points in time are told alike in any; local times are in one. */
    void zone(Mapping known, List<Line> lines) {
        boolean toLocal = lines.stream().allMatch(line -> known.sourceOf(line).type() instanceof LogicalType.Instant);
        dialogs.zone(toLocal, zone -> editing.edit(document -> ChannelEdits.zone(document, zone)));
    }
}
