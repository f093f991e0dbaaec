package io.sluice.studio.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.sluice.run.ui.Blocks;
import io.sluice.ui.Icon;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks for the folder that something moves to. By keyboard: type letters of its path, arrows, Enter. */
final class MoveDialog extends StudioDialog {
    private final TextField search = new TextField();
    private final Grid<FolderChoice> list = new Grid<>();
    private final Span target = Blocks.text("sl-move-target", "");
    private final List<FolderChoice> folders;
    private final Function<UUID, String> move;
    private List<FolderChoice> offered;

    /**
     * @param what moves, in words
     * @param move answers why it did not move; an empty text when it did
     */
    MoveDialog(String what, List<FolderChoice> folders, Function<UUID, String> move) {
        this.folders = folders;
        this.move = move;
        offered = folders;
        addClassName("sl-move");
        titles(getTranslation("move.title", what), getTranslation("move.answer"));
        buildSearch();
        buildList();
        target.getElement().setAttribute("role", "status");
        wide(search);
        wide(list);
        wide(target);
        offer("");
    }

    private void buildSearch() {
        search.setId("move-search");
        search.setPlaceholder(getTranslation("move.search"));
        search.setAriaLabel(getTranslation("move.search"));
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setAutofocus(true);
        search.setValueChangeMode(ValueChangeMode.EAGER);
        search.addValueChangeListener(typed -> offer(typed.getValue().strip()));
        Shortcuts.addShortcutListener(search, () -> step(1), Key.ARROW_DOWN).listenOn(search);
        Shortcuts.addShortcutListener(search, () -> step(-1), Key.ARROW_UP).listenOn(search);
        addOpenedChangeListener(opened -> search.focus());
    }

    private void buildList() {
        list.addComponentColumn(MoveDialog::line);
        list.addClassName("sl-move-list");
        list.addThemeNames("no-row-borders");
        list.getElement().setAttribute("aria-label", getTranslation("move.folders"));
        list.setSelectionMode(Grid.SelectionMode.SINGLE);
        list.setEmptyStateText(getTranslation("move.none"));
        list.addSelectionListener(chosen -> tell(chosen.getFirstSelectedItem().orElse(null)));
        list.addItemDoubleClickListener(twice -> {
            list.select(twice.getItem());
            answered();
        });
    }

    private static Div line(FolderChoice choice) {
        Div line = Blocks.block(
                "sl-row",
                choice.flow() ? Icon.FLOW.create() : Icon.FOLDER.create(),
                Blocks.text("sl-move-name", choice.name()),
                Blocks.text("sl-move-above", choice.above()));
        line.getElement().setAttribute("title", choice.path());
        return line;
    }

    /** Offers the folders that have the words in their path, the first one chosen. */
    private void offer(String words) {
        offered = words.isEmpty()
                ? folders
                : folders.stream().filter(choice -> choice.has(words)).toList();
        list.setItems(offered);
        search.setInvalid(false);
        if (offered.isEmpty()) {
            tell(null);
        } else {
            list.select(offered.getFirst());
        }
    }

    private void step(int by) {
        FolderChoice chosen = list.asSingleSelect().getValue();
        int next = Math.clamp(offered.indexOf(chosen) + by, 0, Math.max(0, offered.size() - 1));
        if (!offered.isEmpty()) {
            list.select(offered.get(next));
            list.scrollToIndex(next);
        }
    }

    private void tell(@Nullable FolderChoice chosen) {
        search.setInvalid(false);
        target.setText(chosen == null ? "" : getTranslation("move.target", chosen.path()));
    }

    @Override
    void answered() {
        FolderChoice chosen = list.asSingleSelect().getValue();
        String objection = chosen == null ? getTranslation("move.nothing") : move.apply(chosen.id());
        if (objection.isEmpty()) {
            close();
        } else {
            search.setErrorMessage(objection);
            search.setInvalid(true);
            search.focus();
        }
    }
}
