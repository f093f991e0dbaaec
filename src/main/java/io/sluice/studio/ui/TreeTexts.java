package io.sluice.studio.ui;

import io.sluice.run.ui.Texts;
import io.sluice.studio.NameProblem;
import io.sluice.studio.NodeResult;
import io.sluice.studio.Refusal;

/** What became of a change to the tree, in words. */
final class TreeTexts {
    private final Texts texts;

    TreeTexts(Texts texts) {
        this.texts = texts;
    }

    /** Why the change did not happen; an empty text when it did. */
    String objection(NodeResult result) {
        return switch (result) {
            case NodeResult.Done done -> "";
            case NodeResult.NameTaken taken -> texts.translate("tree.name-taken", taken.name());
            case NodeResult.InvalidName invalid -> words(invalid.problem());
            case NodeResult.Refused refused -> words(refused.reason());
        };
    }

    private String words(NameProblem problem) {
        return switch (problem) {
            case EMPTY -> texts.translate("tree.name-empty");
            case TOO_LONG -> texts.translate("tree.name-long");
            case FORBIDDEN_CHARACTER -> texts.translate("tree.name-forbidden");
        };
    }

    private String words(Refusal reason) {
        return switch (reason) {
            case GONE -> texts.translate("tree.refused.gone");
            case WRONG_PLACE -> texts.translate("tree.refused.place");
            case INTO_ITSELF -> texts.translate("tree.refused.itself");
            case FIXED -> texts.translate("tree.refused.fixed");
        };
    }
}
