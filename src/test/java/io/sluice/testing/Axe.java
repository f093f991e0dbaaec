package io.sluice.testing;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Assertions;

/**
 * Looks for what keeps people with a disability out, with axe-core's rules for WCAG 2.2 A and AA. Everything is looked
 * at in the light theme; the dark one differs in its colours only, so there the contrasts are looked at.
 */
public final class Axe {
    private static final String SCRIPT = script();

    /**
     * Leaves two flaws of Vaadin's own elements out, and nothing else: it marks the entries of its menus as not
     * selected, which an entry of a menu cannot be; and a tab strip and an open menu bar hold the box that scrolls or
     * floats, which cannot be reached by keyboard.
     */
    private static final String CONFIGURE = """
            () => axe.configure({rules: [
                {id: "aria-allowed-attr", selector: ":not(vaadin-context-menu-item, vaadin-menu-bar-item)"},
                {id: "aria-required-children", selector: "[role]:not(vaadin-tabs, vaadin-menu-bar)"}
            ]})
            """;

    private static final String RUN = """
            async (part) => {
                const root = document.documentElement;
                const before = root.dataset.theme;
                const found = [];
                const look = async (theme, rules) => {
                    root.dataset.theme = theme;
                    await Promise.all(document.getAnimations()
                            .filter((motion) => motion.effect.getComputedTiming().endTime !== Infinity)
                            .map((motion) => motion.finished.catch(() => undefined)));
                    const result = await axe.run(part || document, {resultTypes: ["violations"], runOnly: rules});
                    for (const rule of result.violations) {
                        if (rule.impact === "serious" || rule.impact === "critical") {
                            rule.nodes.forEach((node) => found.push(
                                    `${theme}: ${rule.id}, ${rule.help}: ${node.target.join(" ")} ${node.html}`));
                        }
                    }
                };
                await look("light", ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
                await look("dark", ["color-contrast"]);
                root.dataset.theme = before;
                return found;
            }
            """;

    private Axe() {}

    private static String script() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Fails on serious and critical findings anywhere on the page. */
    public static void check(Page page) {
        check(page, "");
    }

    /** Fails on serious and critical findings in a part of the page, given as a CSS selector. */
    public static void check(Page page, String part) {
        if (!Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(SCRIPT + "\n;0");
            page.evaluate(CONFIGURE);
        }
        List<?> findings = (List<?>) page.evaluate(RUN, part);
        Assertions.assertThat(findings).as(page.url() + " " + part).isEmpty();
    }
}
