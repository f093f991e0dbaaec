package io.sluice.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class ChromiumIT {
    @Test
    void rendersAPage() {
        try (Browser browser = Browser.start()) {
            Page page = browser.page();
            page.setContent("<h1>Sluice</h1>");
            assertThat(page.locator("h1").innerText()).isEqualTo("Sluice");
        }
    }
}
