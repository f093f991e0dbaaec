package io.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Guarantee;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import io.sluice.testing.TcpProxy;
import io.sluice.testing.TestDatabase;
import io.sluice.workspace.Member;
import io.sluice.workspace.Role;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replays over connections that break: what is said of each record holds in the target. */
class ReplayTargetsTest {
    private static final int DIRTY = 100;

    /** A relational target and what its writer promises. */
    enum Target {
        POSTGRESQL("postgresql", "", Guarantee.AT_LEAST_ONCE),
        POSTGRESQL_PROGRESS("postgresql", ", \"progressTable\": true", Guarantee.PROGRESS_IN_TARGET),
        POSTGRESQL_STAGING("postgresql", ", \"loadMode\": \"staging\"", Guarantee.AT_LEAST_ONCE),
        POSTGRESQL_UPSERT("postgresql", ", \"writeMode\": \"upsert\"", Guarantee.IDEMPOTENT),
        MARIADB("mysql", "", Guarantee.AT_LEAST_ONCE),
        MARIADB_PROGRESS("mysql", ", \"progressTable\": true", Guarantee.PROGRESS_IN_TARGET),
        MARIADB_REPLACE("mysql", ", \"writeMode\": \"replace\"", Guarantee.IDEMPOTENT);

        private final String type;
        private final String parameters;
        private final Guarantee guarantee;

        Target(String type, String parameters, Guarantee guarantee) {
            this.type = type;
            this.parameters = parameters;
            this.guarantee = guarantee;
        }

        private TestDatabase database() {
            return type.equals("mysql")
                    ? MariaDbServer.shared().database()
                    : PostgreSqlServer.shared().database();
        }

        /** Whether a repeated row is recognised, or changes nothing. */
        private boolean exact() {
            return guarantee != Guarantee.AT_LEAST_ONCE;
        }

        private String oursSql() {
            return "select table_name from information_schema.tables where table_name like 'sluice%' and table_schema = "
                    + (type.equals("mysql") ? "database()" : "current_schema()");
        }

        private String table() {
            return guarantee == Guarantee.IDEMPOTENT
                    ? "create table dst (id int primary key, note varchar(5))"
                    : "create table dst (id int, note varchar(5))";
        }
    }

    private final TestDatabase shop = MariaDbServer.shared().database();
    private final Services services = StoreKind.H2.services();
    private final RunService runs = services.get(RunService.class);
    private final DirtyService dirty = services.get(DirtyService.class);
    private final Member member = services.member(Role.OWNER);
    private final ReplayScene scene = new ReplayScene(services, member);

    @BeforeEach
    void source() {
        ReplayScene.source(shop, DIRTY);
    }

    /** Breaks connections in several ways while a replay goes on. */
    private RunView replayOverBreakingConnections(UUID run, TcpProxy proxy, TestDatabase dwh)
            throws InterruptedException {
        UUID replay = ((ReplayResult.Started) dirty.replayCorrected(member, run))
                .runs()
                .getFirst();
        Recorder recorder = new Recorder();
        runs.watch(member, replay, recorder);
        while (dwh.value("select count(*) from dst").length() < 2 && !recorder.ended()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        long seen = proxy.passed();
        for (int time = 0; time < 2; time++) {
            while (proxy.passed() < seen + 2_000 && !recorder.ended()) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            if (time == 1) {
                proxy.reset();
            } else {
                proxy.loseNextReply();
            }
            seen = proxy.passed();
        }
        return recorder.awaitEnd();
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void whatIsSaidOfARecordHoldsAfterConnectionsWereLost(Target target) throws Exception {
        TestDatabase dwh = target.database();
        dwh.run(target.table());
        try (TcpProxy proxy = TcpProxy.to(dwh.port())) {
            UUID run = scene.load(shop, proxy.before(dwh), target.type, target.parameters);
            scene.cutAll(run);
            assertThat(dirty.outlook(member, run)).isEqualTo(new ReplayOutlook.Possible(target.guarantee, false));

            RunView replay = replayOverBreakingConnections(run, proxy, dwh);

            assertThat(replay.state()).as("%s", replay.failure()).isEqualTo(RunState.SUCCEEDED);
            List<String> there = dwh.rows("select id from dst where id > 0");
            assertThat(there).doesNotHaveDuplicates();
            for (DirtyRow row : scene.rows(run)) {
                String id = row.values().getFirst();
                if (row.state() == DirtyState.REPLAYED) {
                    assertThat(row.uncertain()).isFalse();
                    assertThat(there).contains(id);
                } else {
                    assertThat(row.state()).isEqualTo(DirtyState.OPEN);
                    assertThat(row.cause().code()).isEqualTo("ARRIVAL_UNKNOWN");
                    assertThat(row.uncertain()).isTrue();
                }
            }
            DirtySummary summary = dirty.summary(member, run);
            assertThat(summary.doubtful()).isEqualTo(summary.open()).isLessThanOrEqualTo(target.exact() ? 0 : 3);
            assertThat(replay.statistics().recordsWritten()).isEqualTo(DIRTY - summary.doubtful());
            assertThat(dwh.rows(target.oursSql()))
                    .as("tables of ours")
                    .hasSize(target.guarantee == Guarantee.PROGRESS_IN_TARGET ? 1 : 0);

            assertThat(dirty.replayCorrected(member, run)).isInstanceOf(ReplayResult.Nothing.class);
            scene.settle(run, there);
            assertThat(dwh.rows("select id from dst where id > 0"))
                    .hasSize(DIRTY)
                    .doesNotHaveDuplicates();
            assertThat(dirty.summary(member, run).open()).isZero();
        }
    }

    @Test
    void aTargetThatIsAwayLeavesEveryRecordCertainlyOutOfIt() {
        TestDatabase dwh = Target.POSTGRESQL.database();
        dwh.run(Target.POSTGRESQL.table());
        try (TcpProxy proxy = TcpProxy.to(dwh.port())) {
            UUID run = scene.load(shop, proxy.before(dwh), "postgresql", "");
            scene.cutAll(run);
            proxy.refuse();
            UUID replay = ((ReplayResult.Started) dirty.replayCorrected(member, run))
                    .runs()
                    .getFirst();
            assertThat(scene.ended(replay).state()).isEqualTo(RunState.FAILED);
            DirtySummary summary = dirty.summary(member, run);
            assertThat(summary.ready()).isEqualTo(DIRTY);
            assertThat(summary.doubtful()).isZero();
        }
    }
}
