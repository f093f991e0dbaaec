package io.sluice.script;

import java.util.List;

/** Checks a script against what it may refer to. */
final class Validation {
    private final ScriptDocument document;
    private final Catalog catalog;

    Validation(ScriptDocument document, Catalog catalog) {
        this.document = document;
        this.catalog = catalog;
    }

    List<Problem> problems() {
        List<Problem> syntax = document.syntaxProblems();
        if (syntax.stream().anyMatch(Problem::isError)) {
            return syntax;
        }
        Findings findings = new Findings(document);
        new StructureCheck(document, findings).run();
        if (StepEntry.all(document).isEmpty()) {
            return findings.with(syntax);
        }
        new OrderCheck(document, findings).run();
        new SettingCheck(document, findings).run();
        new StepCheck(document, catalog, findings).run();
        new ColumnCheck(document, findings).run();
        return findings.with(syntax);
    }
}
