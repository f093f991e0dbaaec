package io.sluice.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import io.sluice.WorkbenchApplication;
import io.sluice.security.UserService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebSecurityTest {
    private static final String ADMINISTRATOR = "grace";
    private static final String PASSWORD = "Zx9!canary compiler";
    private static final Set<String> PUBLIC = Set.of("/sign-in", "/setup");
    private static final Map<String, String> FOREIGN = Map.of("Origin", "https://evil.example");

    @TempDir
    static Path home;

    private ServletWebServerApplicationContext workbench;

    @BeforeAll
    void starts() {
        workbench = (ServletWebServerApplicationContext) new SpringApplicationBuilder(WorkbenchApplication.class)
                .properties(Map.of(
                        "SLUICE_HOME", home.toString(),
                        "SLUICE_ADMIN_USER", ADMINISTRATOR,
                        "SLUICE_ADMIN_PASSWORD", PASSWORD))
                .run("--server.port=0", "--server.address=127.0.0.1");
    }

    @AfterAll
    void stops() {
        workbench.close();
    }

    private Visitor visitor() {
        return new Visitor(workbench.getWebServer().getPort());
    }

    private List<RouteData> routes() {
        return ApplicationRouteRegistry.getInstance(new VaadinServletContext(workbench.getServletContext()))
                .getRegisteredRoutes();
    }

    private Set<String> mappedPaths() {
        Set<String> paths = new TreeSet<>();
        workbench
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping ->
                        mapping.getHandlerMethods().keySet().forEach(info -> paths.addAll(info.getPatternValues())));
        routes().forEach(route -> paths.add("/" + route.getTemplate().replaceAll(":[^/]*", "x")));
        paths.addAll(List.of("/", "/VAADIN/push", "/actuator", "/actuator/env", "/actuator/heapdump", "/h2-console"));
        paths.removeIf(path -> path.contains("*") || path.contains("{"));
        return paths;
    }

    private static List<String> disguises(String path) {
        List<String> spellings = new ArrayList<>(List.of(
                path,
                path + "/",
                path + ";/x",
                "/" + path,
                path + "/configs",
                path + ".json",
                path + "%2f",
                "/%2e" + path,
                path.toUpperCase(Locale.ROOT)));
        spellings.removeIf(PUBLIC::contains);
        return spellings;
    }

    @Test
    void addressThatIsNoneIsAnsweredWithAPageInTheLanguageOfTheBrowser() {
        Visitor visitor = visitor();
        visitor.signIn(ADMINISTRATOR, PASSWORD);
        HttpResponse<String> english = visitor.send("GET", "/zzz%3Cb%3E", Map.of("Accept", "text/html"));
        assertThat(english.statusCode()).isIn(403, 404);
        assertThat(english.body()).contains("There is no page here").doesNotContain("zzz");
        assertThat(visitor.send("GET", "/nowhere", Map.of("Accept", "text/html", "Accept-Language", "zh-CN"))
                        .body())
                .contains("此处没有页面");
    }

    /** A compressed answer with a secret and somebody's input in it would tell the secret by its length (BREACH). */
    @Test
    void filesAreCompressedAndAnswersWithDataAreNot() {
        Visitor visitor = visitor();
        visitor.signIn(ADMINISTRATOR, PASSWORD);
        assertThat(compression(visitor, "/themes/sluice/studio.css")).isEqualTo("gzip");
        for (String path : List.of("/", "/sign-in", "/?v-r=init&location=")) {
            assertThat(compression(visitor, path)).as(path).isEmpty();
        }
    }

    private static String compression(Visitor visitor, String path) {
        HttpResponse<String> answer = visitor.send("GET", path, Map.of("Accept-Encoding", "gzip"));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.headers().firstValue("Content-Encoding").orElse("");
    }

    @Test
    void nothingButThePublicPagesAnswersWithoutASession() {
        assertThat(mappedPaths()).hasSizeGreaterThan(6);
        for (String path : mappedPaths()) {
            if (!PUBLIC.contains(path)) {
                for (String spelling : disguises(path)) {
                    for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH")) {
                        requireClosed(visitor().send(method, spelling, Map.of()), method + " " + spelling);
                    }
                }
            }
        }
    }

    private static void requireClosed(HttpResponse<String> response, String request) {
        if (response.statusCode() == 302) {
            assertThat(response.headers().firstValue("Location").orElse(""))
                    .as(request)
                    .contains("/sign-in");
        } else {
            assertThat(response.statusCode()).as(request).isIn(400, 401, 403, 404, 405);
        }
    }

    @Test
    void everyViewSaysWhoMaySeeIt() {
        for (RouteData route : routes()) {
            Class<?> view = route.getNavigationTarget();
            if (view.getName().startsWith("io.sluice.")) {
                assertThat(Stream.of(AnonymousAllowed.class, PermitAll.class, RolesAllowed.class)
                                .anyMatch(view::isAnnotationPresent))
                        .as(view.getName())
                        .isTrue();
            }
        }
    }

    @Test
    void administratorSignsInAndGetsANewSession() {
        Visitor grace = visitor();
        grace.get("/sign-in");
        String before = grace.session();
        HttpResponse<String> answer = grace.signIn(ADMINISTRATOR, PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("sign-in");
        assertThat(grace.session()).isNotEmpty().isNotEqualTo(before);
        assertThat(grace.get("/").statusCode()).isEqualTo(200);
        Visitor thief = visitor();
        thief.useSession(before);
        assertThat(thief.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void wrongNameAndWrongPasswordGetTheSameAnswer() {
        HttpResponse<String> wrongPassword = visitor().signIn(ADMINISTRATOR, "not the password");
        HttpResponse<String> wrongName = visitor().signIn("nobody", "not the password");
        for (HttpResponse<String> answer : List.of(wrongPassword, wrongName)) {
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/sign-in?error");
        }
    }

    @Test
    void noDefaultAccountExists() {
        for (String name : List.of("admin", "sluice", "root")) {
            assertThat(visitor()
                            .signIn(name, name)
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .as(name)
                    .contains("sign-in");
        }
    }

    @Test
    void setUpIsClosedOnceThereIsAnAdministrator() {
        String page = visitor().get("/setup?token=guess").body();
        assertThat(page).doesNotContain("guess");
        assertThat(workbench.getBean(UserService.class).setupNeeded()).isFalse();
    }

    @Test
    void whatAnotherSiteSendsIsRefused() {
        Visitor grace = visitor();
        grace.signIn(ADMINISTRATOR, PASSWORD);
        assertThat(grace.post("/logout", Map.of(), FOREIGN).statusCode()).isEqualTo(403);
        assertThat(grace.post("/sign-in", Map.of(), FOREIGN).statusCode()).isEqualTo(403);
        assertThat(grace.post("/?v-r=uidl", Map.of(), FOREIGN).statusCode()).isEqualTo(403);
        assertThat(grace.send("GET", "/VAADIN/push?v-r=push", FOREIGN).statusCode())
                .isEqualTo(403);
        assertThat(grace.send("GET", "/VAADIN/push?v-r=push", Map.of("Origin", "null"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(grace.post("/logout", Map.of(), Map.of()).statusCode()).isEqualTo(403);
        assertThat(grace.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void everyPageTellsTheBrowserWhatToRefuse() {
        Visitor grace = visitor();
        grace.signIn(ADMINISTRATOR, PASSWORD);
        for (HttpResponse<String> page :
                List.of(visitor().get("/sign-in"), visitor().get("/setup"), grace.get("/"))) {
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'self'");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(page.headers().firstValue("Server")).isEmpty();
            assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-");
        }
        assertThat(visitor().get("/sign-in").headers().firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void developmentToolsAndConsolesAreAbsent() {
        Visitor grace = visitor();
        grace.signIn(ADMINISTRATOR, PASSWORD);
        for (String path : List.of("/actuator/heapdump", "/actuator/env", "/h2-console")) {
            assertThat(grace.get(path).statusCode()).as(path).isIn(403, 404);
        }
        assertThat(grace.get("/?v-r=debug").body()).doesNotContain("vaadin-dev-tools");
        assertThat(grace.get("/VAADIN/..%2f..%2fapplication.yaml").statusCode()).isIn(400, 404);
        assertThat(grace.send("POST", "/", Map.of("Content-Type", "application/x-java-serialized-object"))
                        .statusCode())
                .isIn(403, 405, 415);
    }

    @Test
    void noFileOfTheHomeHoldsThePasswordOrTheKey() throws Exception {
        Path key = home.resolve("secret.key");
        assertThat(Files.getPosixFilePermissions(key)).hasToString("[OWNER_READ, OWNER_WRITE]");
        String secret = Files.readString(key).strip().split(" ")[1];
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(content.contains(PASSWORD)).as(file.toString()).isFalse();
                assertThat(content.contains(secret)).as(file.toString()).isEqualTo(file.equals(key));
            }
        }
    }
}
