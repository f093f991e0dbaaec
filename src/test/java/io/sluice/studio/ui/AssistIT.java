package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.sluice.testing.Axe;
import io.sluice.testing.Browser;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What helps while a task is written, in a browser: suggestions in fields, and the ways between form and script. */
class AssistIT extends StudioSession {
    private Locator field(String label) {
        return page.locator("#form-reader .sl-formrow")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(label, new Page.GetByTextOptions().setExact(true))))
                .first()
                .locator("input, textarea")
                .first();
    }

    @Test
    void columnsAreSuggestedInAFilterByKeyboard() {
        StudioPage studio = visitScript("filter_by_keys", ColorScheme.LIGHT, SHOP_SCRIPT);
        studio.look("Form");
        Locator filter = field("Filter");
        Locator list = page.locator(".sl-completion");
        filter.focus();
        page.keyboard().press("Control+Space");
        assertThat(list.locator("[role=option]").first()).isVisible();
        assertThat(filter).hasAttribute("aria-expanded", "true");
        Browser.screenshot(page, "form-completion");
        Axe.check(page);
        page.keyboard().press("Escape");
        assertThat(list).hasCount(0);
        page.keyboard().type("tot");
        assertThat(list.locator("[aria-selected=true]")).containsText("total");
        page.keyboard().press("Enter");
        assertThat(filter).hasValue("total");
        page.keyboard().type(" > 5 and orders.i");
        assertThat(list.locator("[role=option]").first()).isVisible();
        assertThat(filter).hasAttribute("aria-activedescendant", java.util.regex.Pattern.compile(".+-0"));
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Tab");
        assertThat(filter).hasValue("total > 5 and orders.id");
        page.keyboard().type(" = 'to");
        page.keyboard().press("Control+Space");
        assertThat(list).containsText("Nothing to suggest here");
        page.keyboard().press("Escape");
        page.keyboard().press("Tab");
        page.waitForCondition(() -> studio.text().contains("\"where\": \"total > 5 and orders.id = 'to\""));
    }

    @Test
    void parametersOfNamesAreFilledInForLookUps() {
        StudioPage studio =
                visitScript("daily_orders", ColorScheme.LIGHT, SHOP_SCRIPT.replace("\"orders\"", "\"orders${part}\""));
        studio.look("Form");
        assertThat(page.locator("#form-reader")).containsText("No value yet for: part");
        studio.look("Script");
        studio.write(SHOP_SCRIPT.replace("\"orders\"", "\"orders_${bdp.system.bizdate}\""));
        studio.look("Form");
        assertThat(page.locator("#form-reader")).containsText("Looked up as orders_2");
    }

    @Test
    void shardsCompleteTheNamesOfDataSourcesOfTheirType() {
        StudioPage studio = visitScript(
                "sharded_orders",
                ColorScheme.LIGHT,
                SHOP_SCRIPT.replace(
                        "\"datasource\": \"shop\"",
                        "\"connection\": [{\"datasource\": \"shop\", \"table\": [\"orders\"]}]"));
        studio.look("Form");
        page.locator("#form-reader vaadin-details-summary")
                .filter(new Locator.FilterOptions().setHasText("Advanced"))
                .click();
        Locator shard =
                page.locator("#form-reader .sl-lookup-dataSources input").first();
        assertThat(shard).hasValue("shop");
        shard.focus();
        String list = shard.getAttribute("list");
        assertThat(page.locator("[id='" + list + "'] option")).hasCount(1);
        assertThat(page.locator("[id='" + list + "'] option")).hasAttribute("value", "shop");
    }

    @Test
    void keysLeadFromTheScriptToTheFieldAndBack() {
        StudioPage studio = visitScript("ways_between", ColorScheme.LIGHT, SHOP_SCRIPT);
        studio.caret(13, 18);
        page.keyboard().press("Alt+g");
        assertThat(page.locator("sluice-form-pane")).isVisible();
        assertThat(field("Filter")).isFocused();
        page.keyboard().press("Shift+Tab");
        field("Split key").focus();
        page.keyboard().press("Alt+g");
        page.waitForCondition(() -> Boolean.TRUE.equals(
                page.evaluate("() => document.querySelector('sluice-script-editor').editor.hasTextFocus()")));
        studio.caret(
                18,
                column(
                        "  \"setting\": {\"errorLimit\": {\"strategy\": \"ZeroTolerance\"}, \"speed\": {\"conc",
                        "conc"));
        assertThat(page.locator(".sl-guide")).containsText("Channel › Channels at once");
        assertThat(page.locator(".sl-guide")).containsText("job.setting.speed.channel");
        page.locator("#guide-to-form").click();
        assertThat(page.getByLabel("Channels at once", new Page.GetByLabelOptions().setExact(true)))
                .isFocused();
        studio.caret(2, 6);
        page.keyboard().press("Alt+g");
        assertThat(page.getByText("The form has no field for this")).isVisible();
        Browser.screenshot(page, "form-and-script-ways");
        field("Filter").hover();
        page.locator(".sl-toscript").click();
        page.waitForCondition(() -> "13"
                .equals(String.valueOf(page.evaluate(
                        "() => document.querySelector('sluice-script-editor').editor.getPosition().lineNumber"))));
    }

    @Test
    void formMappingGuideAndProblemsSpeakChinese() {
        StudioPage studio = visitScript(
                "in_chinese",
                ColorScheme.DARK,
                SHOP_SCRIPT
                        .replace(
                                "{\"stepType\": \"stream\", \"name\": \"Writer\", \"category\": \"writer\", \"parameter\": {}}",
                                "{\"stepType\": \"sqlite\", \"name\": \"Writer\", \"category\": \"writer\", \"parameter\":"
                                        + " {\"datasource\": \"shop\", \"table\": \"orders\", \"column\": [\"customer_id\"], \"wher\": 1}}")
                        .replace("[\"id\", \"total\"]", "[\"total\"]"));
        studio.tool("save").click();
        assertThat(page.locator(".sl-saved")).not().containsText("Not saved");
        page.setExtraHTTPHeaders(Map.of("Accept-Language", "zh-CN"));
        page.reload();
        page.locator(".sl-segment").nth(1).click();
        assertThat(page.locator("#form-reader")).containsText("过滤条件");
        studio.caret(13, 10);
        assertThat(page.locator(".sl-guide")).containsText("在表单中");
        assertThat(page.locator("#mapping-needs")).containsText("没有默认值");
        page.locator(".sl-segment").first().click();
        page.locator(".sl-map-kind:not([hidden])").first().click();
        assertThat(page.locator(".sl-map-popover")).containsText("只接受目标取值范围内的整数");
        page.locator("#mapping").scrollIntoViewIfNeeded();
        Browser.screenshot(page, "form-chinese-dark");
        page.locator(".sl-map-close").click();
        page.locator("#dock-problems").click();
        assertThat(page.locator(".sl-findings")).containsText("此处没有“wher”");
        Browser.screenshot(page, "problems-chinese-dark");
    }
}
