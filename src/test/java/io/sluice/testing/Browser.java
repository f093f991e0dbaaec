package io.sluice.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;

/**
 * A real, headless Chromium. Every {@link #page()} is a visitor of its own (own cookies, 1440×900); screenshots go
 * where the build keeps them. One thread only: Playwright objects belong to the thread that made them.
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

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Starts Chromium, obtaining one first when the machine has none. */
    public static Browser start() {
        Path executable = Chromium.executable();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Chromium.DRIVER_ENVIRONMENT));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable)
                                .setArgs(ARGUMENTS)));
    }

    /** A page of a new visitor who prefers a light screen. */
    public Page page() {
        return page(ColorScheme.LIGHT);
    }

    /** A page of a new visitor with this preference. */
    public Page page(ColorScheme scheme) {
        BrowserContext visitor = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setLocale("en-US")
                .setColorScheme(scheme));
        return visitor.newPage();
    }

    /** The visitors who are there. */
    List<BrowserContext> contexts() {
        return chromium.contexts();
    }

    /** Keeps a picture of the page as build output: {@code target/screenshots/name.png}. */
    public static void screenshot(Page page, String name) {
        Path folder = Path.of(System.getProperty("sluice.screenshots", "target/screenshots"));
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
