package io.sluice.testing;

import io.sluice.workspace.Member;
import io.sluice.workspace.Role;
import io.sluice.workspace.Workspace;
import io.sluice.workspace.WorkspaceService;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The services of the workbench over a real store, without its web application. */
public final class Services implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Services(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts them in a home folder, with settings as environment variables would give them. */
    public static Services start(Path home, Map<String, Object> settings) {
        return new Services(new SpringApplicationBuilder(WithoutWeb.class)
                .web(WebApplicationType.NONE)
                .properties(settings)
                .properties(Map.of("SLUICE_HOME", home.toString()))
                .run());
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** A member of a new workspace, with a new account. */
    public Member member(Role role) {
        Workspace workspace = get(WorkspaceService.class).prepare("Workspace");
        return join(workspace.id(), role);
    }

    /** Another person in a workspace. */
    public Member join(UUID workspace, Role role) {
        UUID user = UUID.randomUUID();
        String name = "user-" + user;
        get(JdbcClient.class)
                .sql("INSERT INTO app_user VALUES (?, ?, ?, ?, '', '-', FALSE, ?)")
                .params(
                        user.toString(),
                        name,
                        name,
                        "Ada Lovelace",
                        Instant.now().toString().substring(0, 19))
                .update();
        get(WorkspaceService.class).join(workspace, user, role);
        return new Member(user, workspace, name, "Ada Lovelace", role);
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration
    @ComponentScan(
            basePackages = {
                "io.sluice.store",
                "io.sluice.audit",
                "io.sluice.workspace",
                "io.sluice.security",
                "io.sluice.studio",
                "io.sluice.datasource",
                "io.sluice.jobfile",
                "io.sluice.run"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.sluice\\.[a-z]+\\.ui\\..*"))
    @ImportAutoConfiguration({
        FlywayAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class WithoutWeb {}
}
