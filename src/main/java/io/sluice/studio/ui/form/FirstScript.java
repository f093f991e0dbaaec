package io.sluice.studio.ui.form;

import io.sluice.script.Catalog;
import io.sluice.script.ScriptDocument;
import io.sluice.script.Side;
import java.util.Optional;

/** The text of a task that is made in the form: what the form fills in, and nothing that it has not asked for. */
public final class FirstScript {
    private static final String FRAME = """
            {
              "type": "job",
              "version": "2.0",
              "steps": [],
              "setting": {
                "errorLimit": {
                  "strategy": "ZeroTolerance"
                },
                "speed": {
                  "concurrent": 3,
                  "throttle": false
                }
              },
              "order": {
                "hops": [
                  {"from": "Reader", "to": "Writer"}
                ]
              },
              "extend": {
                "mode": "wizard"
              }
            }
            """;

    private FirstScript() {}

    /** One end as far as it was chosen. @param type step type; blank while it is open @param dataSource may be blank */
    public record End(String type, String dataSource) {}

    public static String of(End source, End target, Catalog catalog) {
        ScriptDocument document = ScriptDocument.parse(FRAME);
        document = with(document, source, Side.READER, catalog);
        document = with(document, target, Side.WRITER, catalog);
        return document.format().text();
    }

    private static ScriptDocument with(ScriptDocument document, End end, Side side, Catalog catalog) {
        return catalog.step(end.type(), side)
                .map(kind -> ScriptEdits.choose(document, kind, Optional.empty(), end.dataSource()))
                .orElse(document);
    }
}
