package io.sluice.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Says with the failure of a browser test what its pages showed, and keeps pictures of them: a failure on another
 * machine leaves nothing else to look at. Registered for all tests; those without a {@link Browser} field are left alone.
 */
public final class FailedPages implements TestExecutionExceptionHandler {
    private static final int MOST_CHARACTERS = 1_500;

    /** The text somebody sees, and where the focus is. */
    private static final String SEEN = """
            () => {
                let focus = document.activeElement;
                while (focus?.shadowRoot?.activeElement) {
                    focus = focus.shadowRoot.activeElement;
                }
                return document.body.innerText.replace(/\\s+/g, " ") + " | focus: "
                    + (focus ? focus.outerHTML.slice(0, 200) : "none");
            }
            """;

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        Browser browser = browser(context.getRequiredTestInstance());
        if (browser == null || browser.contexts().isEmpty()) {
            throw failure;
        }
        StringBuilder pages = new StringBuilder(String.valueOf(failure.getMessage()));
        String test = context.getRequiredTestClass().getSimpleName() + "-"
                + context.getRequiredTestMethod().getName();
        int number = 0;
        for (BrowserContext visitor : browser.contexts()) {
            for (Page page : visitor.pages()) {
                pages.append('\n').append(describe(page, "failed-" + test + "-" + ++number));
            }
        }
        browser.errors().forEach(error -> pages.append("\nError in a page: ").append(shortened(error)));
        throw new AssertionError(pages.toString(), failure);
    }

    private static @Nullable Browser browser(Object test) throws IllegalAccessException {
        for (Class<?> type = test.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getType() == Browser.class && field.trySetAccessible()) {
                    return (Browser) field.get(test);
                }
            }
        }
        return null;
    }

    private static String describe(Page page, String picture) {
        try {
            Browser.screenshot(page, picture);
            String seen = String.valueOf(page.evaluate(SEEN));
            return "Page " + page.url() + " shows: " + shortened(seen);
        } catch (PlaywrightException gone) {
            return "Page " + page.url() + " does not answer: " + gone.getMessage();
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    }
}
