package io.sluice.studio.ui.form;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import io.sluice.ui.ConnectorTexts;
import java.util.Arrays;

/** Why a connector proposes a type, in the user's language; it gives its reasons one behind the other. */
final class ProposalWords {
    private static final String BETWEEN = "; ";

    private ProposalWords() {}

    static String of(String reasons) {
        return Arrays.stream(reasons.split(BETWEEN))
                .map(ConnectorTexts::translated)
                .reduce((one, other) -> translate("reason.pair", one, other))
                .orElse("");
    }
}
