package io.sluice.studio.ui.form;

import io.sluice.engine.preview.DataProfile;
import io.sluice.engine.preview.DataProfile.ColumnProfile;
import io.sluice.engine.preview.DataProfile.Finding;
import io.sluice.run.ui.Texts;
import io.sluice.ui.Sentences;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a profile says, in words for a person. */
final class ProfileWords {
    private final Texts texts;

    ProfileWords(Texts texts) {
        this.texts = texts;
    }

    /** What was found for each line, by the identities of its ends. */
    Map<String, String> lines(Mapping mapping, DataProfile profile) {
        Map<String, String> found = new HashMap<>();
        int known = Math.min(mapping.lines().size(), profile.columns().size());
        for (int i = 0; i < known; i++) {
            Line line = mapping.lines().get(i);
            found.put(key(mapping, line), column(profile.columns().get(i), profile.rows()));
        }
        return found;
    }

    /** The identity of a line. */
    static String key(Mapping mapping, Line line) {
        return mapping.sourceOf(line).id() + "\n" + mapping.targetOf(line).id();
    }

    private String column(ColumnProfile column, long rows) {
        if (!column.findings().isEmpty()) {
            return column.findings().stream()
                    .map(finding -> finding(finding, rows))
                    .collect(Collectors.joining(" "));
        }
        String all = texts.translate("mapping.profile.fit", rows);
        return column.longest() >= 0 ? all + " " + texts.translate("mapping.profile.longest", column.longest()) : all;
    }

    private String finding(Finding finding, long rows) {
        return switch (finding.kind()) {
            case TOO_LONG -> texts.translate("mapping.profile.too-long", finding.count(), rows, finding.limit());
            case TOO_MANY_BYTES -> texts.translate("mapping.profile.bytes", finding.count(), rows, finding.limit());
            case OUT_OF_RANGE -> texts.translate("mapping.profile.range", finding.count(), rows, example(finding));
            case NOT_CONVERTIBLE -> texts.translate("mapping.profile.form", finding.count(), rows, example(finding));
            case NULL_NOT_ALLOWED -> texts.translate("mapping.profile.null", finding.count(), rows);
        };
    }

    private static String example(Finding finding) {
        String text = finding.example().text();
        return text == null ? "NULL" : text;
    }

    /** One sentence on the whole profile. */
    String sentence(DataProfile profile) {
        long dirty = profile.dirty()
                + profile.columns().stream().mapToLong(ColumnProfile::dirty).sum();
        String counted = profile.extent().outOfTime() ? "mapping.profile.partly" : "mapping.profile.done";
        String whole = texts.translate(counted, profile.extent().rows(), dirty);
        return profile.problem() == null
                ? whole
                : whole + " " + Sentences.translated(profile.problem().message());
    }
}
