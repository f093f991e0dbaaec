package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.sluice.testing.Axe;
import io.sluice.testing.Browser;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.TestDatabase;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is put together behind the screens, in a browser that wants Chinese: one of each kind. */
class ChineseIT extends StudioSession {
    private static final String STREAM_WRITER =
            "{\"stepType\": \"stream\", \"name\": \"Writer\", \"category\": \"writer\", \"parameter\": {}}";

    private StudioPage studio;

    @BeforeAll
    void openATaskInChinese() {
        studio = visitScript("told", ColorScheme.LIGHT, SHOP_SCRIPT);
        studio.tool("save").click();
        assertThat(page.locator(".sl-saved")).not().containsText("Not saved");
        page.setExtraHTTPHeaders(Map.of("Accept-Language", "zh-CN"));
    }

    private void write(String script) {
        page.navigate(workbench.url("/"));
        studio.open("told");
        page.locator(".sl-segment").last().click();
        studio.write(script);
    }

    @Test
    void theLiveCatalogueSaysInChineseWhatItDoesNotFind() {
        write(SHOP_SCRIPT.replace("\"orders\"", "\"nowhere\""));
        page.locator(".sl-segment").first().click();
        assertThat(page.locator("#form-reader")).containsText("shop：表 nowhere 不存在或无权查看。请更正任务中的参数。");
        Browser.screenshot(page, "chinese-catalogue");
    }

    @Test
    void parametersAreCheckedAndRepairsOfferedInChinese() {
        write(SHOP_SCRIPT.replace("\"where\": \"\"", "\"where\": \"\",").replace(STREAM_WRITER, """
                                {"stepType": "txtfile", "name": "Writer", "category": "writer", "parameter":
                                  {"path": "/out", "fileName": "../x", "writeMode": "truncate"}}"""));
        studio.dock("problems").click();
        assertThat(page.locator(".sl-findings")).containsText("文件名不能含分隔符，也不能以点开头");
        assertThat(page.locator(".sl-repair")).containsText(new String[] {"删除逗号"});
        Browser.screenshot(page, "chinese-problems");
    }

    @Test
    void whyATaskCannotStartIsSaidInChinese() {
        write(SHOP_SCRIPT.replace(STREAM_WRITER, ""));
        studio.tool("run").click();
        assertThat(page.locator(".sl-findings")).containsText("没有 writer");
        Browser.screenshot(page, "chinese-not-started");
    }

    @Test
    void theLogAndTheFailureOfARunAreToldInChinese() {
        write(SHOP_SCRIPT.replace(STREAM_WRITER, """
                        {"stepType": "sqlite", "name": "Writer", "category": "writer", "parameter":
                          {"datasource": "shop", "table": "nowhere", "column": ["id", "total"]}}"""));
        studio.tool("run").click();
        assertThat(studio.runState()).hasText("失败", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
        assertThat(page.locator(".sl-failure")).containsText("表 nowhere 不存在或无权查看");
        assertThat(studio.log()).containsText("从 Reader（SQLite）复制到 Writer（SQLite）");
        assertThat(studio.log()).containsText("“told”的运行 1，由 lin 启动");
        assertThat(studio.log()).containsText("运行失败");
        assertThat(studio.log()).containsText(Pattern.compile("读取记录\\s+0"));
        Browser.screenshot(page, "chinese-run");
    }

    @Test
    void aPageWhoseServerDoesNotAnswerSaysSoInChinese() {
        page.navigate(workbench.url("/"));
        studio.open("told");
        page.context().setOffline(true);
        page.locator("#properties-versions").click();
        assertThat(page.locator(".v-status-message")).containsText("服务器没有应答，正在重试");
        assertThat(page.locator(".v-status-message")).isInViewport();
        Axe.check(page, ".v-status-message");
        Browser.screenshot(page, "chinese-no-answer");
        page.context().setOffline(false);
        assertThat(page.locator(".sl-versions")).isVisible();
    }

    @Test
    void theLayersOfAConnectionTestAreToldInChinese() {
        TestDatabase database = MariaDbServer.shared().database();
        page.navigate(workbench.url("/data-sources"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("新建数据源"))
                .first()
                .click();
        assertThat(page.locator("vaadin-grid-sorter")).hasAttribute("aria-label", "按名称排序");
        page.locator(".sl-typecard:has-text('MySQL')").click();
        field("名称").fill("shop_maria");
        field("主机").fill(database.host());
        field("端口").fill(Integer.toString(database.port()));
        field("数据库").fill(database.name());
        field("用户").fill(database.user());
        field("密码").fill(database.password());
        page.locator(".sl-drawer")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("测试连接"))
                .click();
        Locator layers = page.locator(".sl-layers");
        assertThat(layers).containsText("端口 " + database.port() + " 有应答");
        assertThat(layers).containsText("以 " + database.user() + " 登录");
        assertThat(layers).containsText("未加密");
        assertThat(layers).containsText("，时区 ");
        Browser.screenshot(page, "chinese-connection-test");
    }

    private Locator field(String label) {
        return page.locator(".sl-drawer").getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }
}
