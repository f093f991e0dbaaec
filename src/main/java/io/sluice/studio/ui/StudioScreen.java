package io.sluice.studio.ui;

import io.sluice.run.RunKind;
import io.sluice.run.StartProblem;
import io.sluice.studio.SaveResult;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the studio's presenter asks of the screen. */
interface StudioScreen {
    /** Shows the tabs as they are now: names, order, unsaved marks, the one in front. */
    void showTabs(OpenTasks tasks);

    /** Brings the task in front into editor and dock, or the empty studio when there is none. */
    void showActive(OpenTasks tasks);

    /** Replaces the editor's text as an edit that can be undone. */
    void replaceText(String text);

    /** Makes in the editor the edit that led from a text to the task's. */
    void showChange(OpenTask task, String before);

    /** Shows the task in front in the form as it is now. */
    void showForm(OpenTask task);

    /** Lists the problems of the task in front. */
    void showFindings(OpenTask task);

    /** Says that the task is stored. */
    void showSaved(OpenTask task);

    /** Somebody else saved in between: offers theirs and ours. */
    void askAboutConflict(OpenTask task, SaveResult.Conflict theirs);

    /** Nothing was run, since somebody saved another text than the one that is seen: offers theirs. */
    void showNewer(OpenTask task, SaveResult.Conflict theirs);

    /** The task was deleted meanwhile. */
    void showGone(OpenTask task);

    /** Asks for the values of a task's parameters, with those of last time filled in. */
    void askForParameters(OpenTask task, RunKind kind, List<String> names, Map<String, String> remembered);

    /** Shows a run in the dock and opens it. */
    void showRun(UUID run);

    /** Opens the place where two texts of the task in front are compared. */
    void showComparison();

    /** Says why a run did not start. */
    void showNotStarted(OpenTask task, List<StartProblem> problems);

    /** Says in a sentence why something did not happen; an empty one takes the last back. */
    void showRefusal(String sentence);

    /** Shows the tree as it is stored now. */
    void refreshTree();
}
