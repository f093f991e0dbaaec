package io.sluice.studio.ui.form;

import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.Connector;
import io.sluice.spi.config.ConfigValue;
import io.sluice.workspace.Member;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** How a form changes the task it shows. Belongs to one screen. */
public interface TaskEditing {
    Member member();

    /**
     * Changes the task as one step that can be undone. The change gets the newest document; nothing happens when it
     * answers the same text, when the text cannot be parsed or when the member may not edit.
     */
    void edit(UnaryOperator<ScriptDocument> change);

    /** Keeps the rows that no line uses yet with the browser's tab: the script does not hold them, and nobody is to lose them. */
    void keepUnjoined(List<ConfigValue> rows);

    /** Marks the line of a value in the script beside the form, without taking the focus. */
    void showInScript(Path path);

    /** Shows the first rows of the source beside the form. */
    void preview();

    /** Looks at the sources of the task again, since what they hold has changed. */
    void lookAgain();

    /** Lets the member register a data source of a type in place; hears its name when that was done. */
    void createDataSource(Connector type, Consumer<String> created);
}
