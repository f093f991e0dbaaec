package io.sluice.studio.ui;

import com.vaadin.flow.component.notification.Notification;
import io.sluice.ui.Toast;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What was done in the tree of one screen and can be taken back: from its toast, or the last thing first by a key. */
final class TreeUndo {
    private static final int MOST = 50;

    private final Deque<Step> steps = new ArrayDeque<>();
    private @Nullable Notification shown;

    private static final class Step {
        private final Runnable undo;

        Step(Runnable undo) {
            this.undo = undo;
        }
    }

    /** Says what was done, with a way to take it back. Takes the place of what was said before. */
    void offer(String sentence, Runnable undo) {
        Step step = add(undo);
        shown = Toast.show(sentence, () -> take(step));
    }

    /** Notes how to take back something that needs no words, since it can be seen to be done. */
    void remember(Runnable undo) {
        add(undo);
    }

    private Step add(Runnable undo) {
        putAway();
        Step step = new Step(undo);
        steps.addLast(step);
        if (steps.size() > MOST) {
            steps.removeFirst();
        }
        return step;
    }

    /** Takes the last thing back; false when there is none. */
    boolean last() {
        Step step = steps.peekLast();
        if (step != null) {
            take(step);
        }
        return step != null;
    }

    private void take(Step step) {
        if (steps.remove(step)) {
            putAway();
            step.undo.run();
        }
    }

    private void putAway() {
        if (shown != null) {
            shown.close();
        }
    }
}
