package io.sluice.studio.ui;

import io.sluice.run.ui.Texts;
import io.sluice.studio.ScriptChange;
import java.util.Locale;
import java.util.Optional;

/** Differences between scripts, in sentences. */
final class ChangeWords {
    private final Texts texts;

    ChangeWords(Texts texts) {
        this.texts = texts;
    }

    /** What is different. */
    String sentence(ScriptChange change) {
        Object[] words = change.words().toArray();
        return texts.translate("change." + key(change.subject()) + "." + key(change.kind()), words);
    }

    /** What that does, when it is worth telling. */
    Optional<String> effect(ScriptChange change) {
        return change.effect().map(effect -> texts.translate("effect." + key(effect)));
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
