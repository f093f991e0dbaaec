package io.sluice.ui;

import com.vaadin.flow.component.html.Span;
import io.sluice.spi.Profile;
import java.util.Locale;

/** The sign of a type of system: the silhouette of its family with two letters of its name. */
public final class TypeGlyph extends Span {
    public TypeGlyph(Profile profile) {
        super(profile.monogram());
        addClassNames(
                "sl-type",
                "sl-type-" + profile.family().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        getElement().setAttribute("aria-hidden", "true");
    }
}
