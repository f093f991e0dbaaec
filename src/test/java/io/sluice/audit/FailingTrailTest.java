package io.sluice.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.sluice.datasource.DataSourceDraft;
import io.sluice.datasource.DataSourceResult;
import io.sluice.datasource.DataSourceService;
import io.sluice.spi.config.ConfigValue;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import io.sluice.workspace.Member;
import io.sluice.workspace.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class FailingTrailTest {
    @Test
    void actionStandsAndTheLogTellsWhatTheTrailLacks(@TempDir Path home) {
        Logger log = (Logger) LoggerFactory.getLogger(AuditService.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        try (Services services = StoreKind.H2.start(home)) {
            // Starting the services sets logging up anew, which takes appenders off.
            log.addAppender(lines);
            Member member = services.member(Role.OWNER);
            services.get(JdbcClient.class).sql("DROP TABLE audit_event").update();
            DataSourceService sources = services.get(DataSourceService.class);
            ConfigValue.Obj settings = ConfigValue.Obj.EMPTY
                    .with("host", new ConfigValue.Text("db.example.org"))
                    .with("port", new ConfigValue.Num(3306))
                    .with("database", new ConfigValue.Text("shop"))
                    .with("username", new ConfigValue.Text("reader"));
            assertThat(sources.save(member, new DataSourceDraft(null, "shop", "mysql", "", settings)))
                    .isInstanceOf(DataSourceResult.Saved.class);
            assertThat(sources.findByName(member, "shop")).isPresent();
            assertThat(lines.list).singleElement().satisfies(line -> {
                assertThat(line.getLevel()).isEqualTo(Level.ERROR);
                assertThat(line.getFormattedMessage()).contains("DATA_SOURCE_CREATED of shop by " + member.userName());
            });
        } finally {
            log.detachAppender(lines);
        }
    }
}
