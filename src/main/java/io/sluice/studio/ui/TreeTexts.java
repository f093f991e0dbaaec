package io.sluice.studio.ui;

import io.sluice.run.ui.Texts;
import io.sluice.studio.CopyResult;
import io.sluice.studio.Deletion;
import io.sluice.studio.MoveResult;
import io.sluice.studio.NameProblem;
import io.sluice.studio.NodeKind;
import io.sluice.studio.NodeResult;
import io.sluice.studio.PutBack;
import io.sluice.studio.Refusal;
import io.sluice.studio.Restored;
import io.sluice.studio.TreeNode;
import java.util.ArrayList;
import java.util.List;

/** What became of a change to the tree, in words. */
final class TreeTexts {
    private static final int MOST_NAMES = 3;

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

    /** Why nothing moved; an empty text when it did. */
    String objection(MoveResult result) {
        return switch (result) {
            case MoveResult.Moved moved -> "";
            case MoveResult.TargetGone gone -> texts.translate("tree.refused.target-gone");
            case MoveResult.NamesTaken taken -> taken(taken.names());
            case MoveResult.Refused refused -> words(refused.reason());
        };
    }

    private String taken(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)));
        int more = names.size() - MOST_NAMES;
        return more > 0
                ? texts.translate("tree.names-taken-more", some, more)
                : texts.translate("tree.names-taken", some);
    }

    /** One node by its name, several by their number. */
    String subject(List<TreeNode> nodes) {
        if (nodes.size() == 1) {
            return texts.translate("tree.subject.one", nodes.getFirst().name());
        }
        NodeKind kind = nodes.getFirst().kind();
        boolean alike = nodes.stream().allMatch(node -> node.kind() == kind);
        int count = nodes.size();
        if (!alike) {
            return texts.translate("tree.subject.mixed", count);
        }
        return switch (kind) {
            case FLOW -> texts.translate("tree.subject.flows", count);
            case SECTION, FOLDER -> texts.translate("tree.subject.folders", count);
            case TASK -> texts.translate("tree.subject.tasks", count);
        };
    }

    String moved(MoveResult.Moved moved) {
        return sentences(texts.translate("tree.moved", subject(moved.nodes())), gone(moved.gone()));
    }

    String copied(CopyResult.Copied copied) {
        List<TreeNode> nodes = copied.nodes();
        boolean folders = nodes.stream().anyMatch(node -> node.kind() != NodeKind.TASK);
        String done;
        if (folders) {
            done = texts.translate("tree.copied-with", subject(nodes), copied.tasks());
        } else {
            done = nodes.size() == 1
                    ? texts.translate("tree.copied.one", nodes.getFirst().name())
                    : texts.translate("tree.copied", subject(nodes));
        }
        String unsaved = copied.unsaved() == 0 ? "" : texts.translate("tree.copied.unsaved", copied.unsaved());
        return sentences(done, unsaved, gone(copied.gone()));
    }

    String deleted(Deletion deletion) {
        String subject = subject(deletion.nodes());
        return deletion.folders() > 0
                ? texts.translate("tree.deleted-with", subject, deletion.tasks())
                : texts.translate("tree.deleted", subject);
    }

    String putBack(PutBack done) {
        return sentences(
                done.back().isEmpty() ? "" : texts.translate("tree.put-back", subject(done.back())),
                renamed(done.renamed()),
                done.left() > 0 ? texts.translate("tree.put-back.left", done.left()) : "");
    }

    String restored(Restored done) {
        boolean any = done.tasks() + done.folders() > 0;
        return sentences(
                any ? texts.translate("tree.restored", done.tasks(), done.folders()) : "",
                renamed(done.renamed()),
                done.elsewhere() > 0 ? texts.translate("tree.restored.elsewhere", done.elsewhere()) : "",
                done.left() > 0 ? texts.translate("tree.restored.left", done.left()) : "");
    }

    private String renamed(int count) {
        return count > 0 ? texts.translate("tree.restored.renamed", count) : "";
    }

    private String gone(int count) {
        return count > 0 ? texts.translate("tree.some-gone", count) : "";
    }

    private String sentences(String... parts) {
        List<String> said = new ArrayList<>(List.of(parts));
        said.removeIf(String::isEmpty);
        return String.join(texts.translate("tree.between-sentences"), said);
    }

    private String words(NameProblem problem) {
        return switch (problem) {
            case EMPTY -> texts.translate("tree.name-empty");
            case TOO_LONG -> texts.translate("tree.name-long");
            case FORBIDDEN_CHARACTER -> texts.translate("tree.name-forbidden");
        };
    }

    /** Why a change of the tree was refused. */
    String words(Refusal reason) {
        return switch (reason) {
            case GONE -> texts.translate("tree.refused.gone");
            case WRONG_PLACE -> texts.translate("tree.refused.place");
            case INTO_ITSELF -> texts.translate("tree.refused.itself");
            case FIXED -> texts.translate("tree.refused.fixed");
        };
    }
}
