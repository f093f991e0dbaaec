package io.sluice.studio;

import io.sluice.studio.ScriptChange.Effect;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a statement before or after a load does to data that is there, judged by its first words. */
final class StatementEffect {
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|--[^\\n]*(\\n|$)");
    private static final Pattern WHERE = Pattern.compile("\\bwhere\\b");

    private StatementEffect() {}

    /** Several statements in one text are judged by the worst of them. */
    static Optional<Effect> of(String text) {
        Optional<Effect> worst = Optional.empty();
        for (String part : COMMENT.matcher(text).replaceAll(" ").split(";")) {
            Optional<Effect> one = ofOne(part.strip().toLowerCase(Locale.ROOT));
            if (worst.isEmpty()
                    || (one.isPresent() && one.get().ordinal() < worst.get().ordinal())) {
                worst = one;
            }
        }
        return worst;
    }

    private static Optional<Effect> ofOne(String statement) {
        String verb = statement.split("\\s+", 2)[0];
        return switch (verb) {
            case "truncate" -> Optional.of(Effect.EMPTIES_TABLE);
            case "delete" -> Optional.of(WHERE.matcher(statement).find() ? Effect.DELETES_ROWS : Effect.EMPTIES_TABLE);
            case "drop" -> Optional.of(Effect.DROPS_OBJECT);
            case "update", "merge" -> Optional.of(Effect.UPDATES_ROWS);
            case "replace" -> Optional.of(Effect.REPLACES_ROWS);
            default -> Optional.empty();
        };
    }
}
