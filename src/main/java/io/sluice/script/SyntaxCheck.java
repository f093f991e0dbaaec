package io.sluice.script;

import io.sluice.script.Node.Member;
import io.sluice.script.Node.ObjectNode;
import io.sluice.spi.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports what the parser met and what only the whole document shows: its length and the spelling of its keys. */
final class SyntaxCheck {
    private final ScriptDocument document;

    SyntaxCheck(ScriptDocument document) {
        this.document = document;
    }

    List<Problem> problems() {
        List<SyntaxProblem> found = new ArrayList<>(document.tree().problems());
        Node root = document.tree().root();
        if (document.text().length() > ScriptDocument.MAX_LENGTH) {
            found.add(error(0, 0, Sentence.of("The script is longer than {0} characters", ScriptDocument.MAX_LENGTH)));
        }
        if (root == null) {
            found.add(error(0, 0, Sentence.of("The script is empty; import a template to start with")));
        } else if (root instanceof ObjectNode object) {
            spelling(object, found);
        } else {
            found.add(error(
                    root.start(),
                    root.start() + 1,
                    Sentence.of("A script is an object: it starts with { and ends with }")));
        }
        return found.stream()
                .sorted(Comparator.comparingInt(SyntaxProblem::start))
                .map(this::problem)
                .toList();
    }

    private void spelling(ObjectNode root, List<SyntaxProblem> found) {
        Locator locator = new Locator(document.tree());
        for (Member member : root.members()) {
            String usual = locator.usualName(root, member);
            if (!usual.equals(member.name())) {
                int start = member.key().start();
                int end = member.key().end();
                Sentence message = Sentence.of("'{0}' is read as '{1}'", member.name(), usual);
                var fix = new SyntaxProblem.Fix(Cure.write(usual), start, end, JsonText.quote(usual));
                found.add(new SyntaxProblem("W101", Problem.Level.WARNING, start, end, message, fix));
            }
        }
    }

    private static SyntaxProblem error(int start, int end, Sentence message) {
        return new SyntaxProblem("S001", Problem.Level.ERROR, start, end, message, null);
    }

    private Problem problem(SyntaxProblem found) {
        return new Problem(
                found.code(),
                found.level(),
                document.pathAt(found.start()),
                document.placeOf(found.start(), found.end()),
                found.said(),
                repair(found.fix()));
    }

    private Optional<Repair> repair(SyntaxProblem.@Nullable Fix fix) {
        return Optional.ofNullable(fix)
                .map(edit -> new Repair(edit.cure(), document.placeOf(edit.start(), edit.end()), edit.replacement()));
    }
}
