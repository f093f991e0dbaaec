package io.sluice.studio.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import io.sluice.ui.PaletteEntry;
import io.sluice.ui.PaletteEntry.Kind;
import io.sluice.workspace.Member;
import java.util.ArrayList;
import java.util.List;

/** What can be done in Data Studio through the palette, as far as the member's role and what is open allow. */
final class StudioPalette {
    private StudioPalette() {}

    static List<PaletteEntry> of(Member member, OpenTasks tasks, StudioActions actions) {
        List<PaletteEntry> entries = new ArrayList<>();
        OpenTask front = tasks.active();
        if (member.role().mayEdit()) {
            entries.add(action(translate("palette.new-task"), "", actions::create));
        }
        if (front == null) {
            return entries;
        }
        if (member.role().mayEdit()) {
            entries.add(action(translate("palette.save"), "Ctrl S", actions::save));
            entries.add(action(translate("palette.submit"), "Ctrl Shift S", actions::submit));
            entries.add(action(translate("palette.format"), "Shift Alt F", actions::format));
            entries.add(action(translate("palette.template"), "", actions::template));
        }
        if (member.role().mayRun()) {
            entries.add(action(translate("palette.run-task"), "Ctrl Enter", actions::run));
            entries.add(action(translate("palette.stop-run"), "", actions::stop));
        }
        entries.add(action(translate("palette.versions"), "", actions::versions));
        entries.add(action(translate("palette.close-tab"), "Alt W", actions::closeFront));
        List<OpenTask> others =
                tasks.all().stream().filter(task -> task != front).toList();
        if (!others.isEmpty()) {
            entries.add(action(translate("palette.close-others"), "", () -> actions.closeAll(others)));
            entries.add(action(translate("palette.close-all"), "", () -> actions.closeAll(tasks.all())));
        }
        return entries;
    }

    private static PaletteEntry action(String name, String key, Runnable action) {
        return new PaletteEntry(Kind.ACTION, name, "", key, action);
    }
}
