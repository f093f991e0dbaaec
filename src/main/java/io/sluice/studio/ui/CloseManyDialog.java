package io.sluice.studio.ui;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Asks once what happens to the unsaved texts of several tabs that close. */
final class CloseManyDialog extends StudioDialog {
    private final List<OpenTask> unsaved;
    private final Predicate<OpenTask> save;
    private final Runnable closeTabs;

    /** @param save answers whether a text was stored */
    CloseManyDialog(List<OpenTask> unsaved, Predicate<OpenTask> save, Runnable closeTabs) {
        this.unsaved = List.copyOf(unsaved);
        this.save = save;
        this.closeTabs = closeTabs;
        titles(getTranslation("close.many.title", unsaved.size()), getTranslation("close.many.save"));
        String names = unsaved.stream().map(OpenTask::name).collect(Collectors.joining(", "));
        sentence(getTranslation("close.many.about", names));
        alternative(getTranslation("close.many.discard"), closeTabs);
    }

    @Override
    void answered() {
        close();
        boolean stored = true;
        for (OpenTask task : unsaved) {
            stored &= save.test(task);
        }
        if (stored) {
            closeTabs.run();
        }
    }
}
