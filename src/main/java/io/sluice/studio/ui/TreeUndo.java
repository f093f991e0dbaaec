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

    /** Says what was done, with a way to take it back. Takes the place of what was said before. */
    void offer(String sentence, Runnable undo) {
        Step before = steps.peekLast();
        if (before != null) {
            before.close();
        }
        Step step = new Step(undo);
        step.toast = Toast.show(sentence, () -> take(step));
        steps.addLast(step);
        if (steps.size() > MOST) {
            steps.removeFirst();
        }
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
            step.close();
            step.undo.run();
        }
    }

    private static final class Step {
        private final Runnable undo;
        private @Nullable Notification toast;

        Step(Runnable undo) {
            this.undo = undo;
        }

        private void close() {
            if (toast != null) {
                toast.close();
            }
        }
    }
}
