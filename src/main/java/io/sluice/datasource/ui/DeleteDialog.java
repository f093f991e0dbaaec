package io.sluice.datasource.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.sluice.datasource.DeleteResult;
import java.util.List;
import java.util.function.Supplier;

/** Says what deleting a data source destroys, or why it stays. */
final class DeleteDialog extends Dialog {
    private final String name;
    private final Runnable deleted;

    DeleteDialog(SourceRow row, Supplier<DeleteResult> delete, Runnable deleted) {
        this.name = row.source().name();
        this.deleted = deleted;
        setWidth("min(440px, 92vw)");
        if (row.users().isEmpty()) {
            ask(delete);
        } else {
            refuse(row.users());
        }
    }

    private void ask(Supplier<DeleteResult> delete) {
        setHeaderTitle(getTranslation("data-sources.delete.title", name));
        add(new Paragraph(getTranslation("data-sources.delete.what")));
        Button keep = new Button(getTranslation("data-sources.delete.keep"), click -> close());
        Button confirm = new Button(getTranslation("data-sources.delete.confirm"), click -> {
            switch (delete.get()) {
                case DeleteResult.Deleted ignored -> {
                    close();
                    deleted.run();
                }
                case DeleteResult.InUse use -> refuse(use.taskNames());
            }
        });
        confirm.addThemeNames("error");
        getFooter().add(keep, confirm);
    }

    private void refuse(List<String> users) {
        removeAll();
        getFooter().removeAll();
        setHeaderTitle(getTranslation("data-sources.delete.in-use", name, users.size()));
        UnorderedList tasks = new UnorderedList();
        tasks.addClassName("sl-plainlist");
        users.forEach(task -> tasks.add(new ListItem(task)));
        add(new Div(new Paragraph(getTranslation("data-sources.delete.first")), tasks));
        getFooter().add(new Button(getTranslation("shell.close"), click -> close()));
    }
}
