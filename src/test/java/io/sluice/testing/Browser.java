package io.sluice.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A real, headless Chromium, one for all tests. Every {@link #page()} is a visitor of its own (own cookies, 1440×900)
 * who does not want things to move, so nothing has to be waited for before it is clicked; screenshots go where the build
 * keeps them. One thread only: Playwright objects belong to the thread that made them.
 */
public final class Browser implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** How long an assertion waits for the page, in milliseconds; generous, because a busy machine is no failure. */
    private static final double PATIENCE = 20_000;

    /** A tab's first page finds nothing that other tabs of its visitor left behind. */
    private static final String FORGET =
            "if (!sessionStorage.used) { localStorage.clear(); sessionStorage.used = true; }";

    /** Keeps what confirmations said, which go away by themselves, on a busy machine before anybody looked. */
    private static final String REMEMBER = """
            (() => {
                const told = (window.sluiceTold = []);
                const known = new WeakMap();
                const keep = (card) => {
                    if (card.textContent && known.get(card) !== card.textContent) {
                        known.set(card, card.textContent);
                        told.push(card.textContent);
                    }
                };
                const listen = (container) => {
                    const note = () => container.querySelectorAll("vaadin-notification-card").forEach(keep);
                    new MutationObserver(note).observe(container, { childList: true, subtree: true, characterData: true });
                    note();
                };
                const added = (changes) => changes.flatMap((change) => [...change.addedNodes]);
                const look = (changes) => added(changes).filter((one) => one.localName === "vaadin-notification-container").forEach(listen);
                addEventListener("DOMContentLoaded", () => new MutationObserver(look).observe(document.body, { childList: true }));
            })();
            """;

    private static final Pattern CHOICES = Pattern.compile("sluice-.*");

    private final List<BrowserContext> visitors = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    private Browser() {}

    /** Ends with the tests: its driver does when this process does. */
    private static final class Shared {
        static final com.microsoft.playwright.Browser CHROMIUM = launch();
    }

    private static com.microsoft.playwright.Browser launch() {
        Path executable = Chromium.executable();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Chromium.DRIVER_ENVIRONMENT));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS));
    }

    /** For visitors that leave together; the first starts Chromium, obtaining one when the machine has none. */
    public static Browser start() {
        return new Browser();
    }

    /** A page of a new visitor who prefers a light screen. */
    public Page page() {
        return page(ColorScheme.LIGHT);
    }

    /** A page of a new visitor with this preference. */
    public Page page(ColorScheme scheme) {
        BrowserContext visitor = Shared.CHROMIUM.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setLocale("en-US")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(scheme));
        visitors.add(visitor);
        visitor.onWebError(error -> errors.add(error.error()));
        visitor.setDefaultTimeout(PATIENCE);
        visitor.addInitScript(REMEMBER);
        return visitor.newPage();
    }

    /**
     * A new tab of the visitor of another page, who stays signed in and has loaded the program already, but has nothing
     * open and has chosen nothing yet.
     */
    public static Page tab(Page other, ColorScheme scheme) {
        BrowserContext visitor = other.context();
        visitor.clearCookies(new BrowserContext.ClearCookiesOptions().setName(CHOICES));
        Page tab = visitor.newPage();
        tab.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        tab.addInitScript(FORGET);
        return tab;
    }

    /** Waits until a confirmation says this, or has said it since the last one that was waited for. */
    public static void told(Page page, String sentence) {
        page.waitForFunction("""
                sentence => {
                    const at = window.sluiceTold.findIndex((one) => one.includes(sentence));
                    return at >= 0 && window.sluiceTold.splice(0, at + 1).length > 0;
                }
                """, sentence);
    }

    /** What the scripts of its pages did not catch. */
    List<String> errors() {
        return errors;
    }

    /** The visitors who are there. */
    List<BrowserContext> contexts() {
        return visitors.stream()
                .filter(visitor -> Shared.CHROMIUM.contexts().contains(visitor))
                .toList();
    }

    /** Keeps a picture of the page as build output: {@code target/screenshots/name.png}. */
    public static void screenshot(Page page, String name) {
        Path folder = Path.of(System.getProperty("sluice.screenshots", "target/screenshots"));
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }

    /** All its visitors leave. */
    @Override
    public void close() {
        visitors.forEach(BrowserContext::close);
    }
}
