package io.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.jdbc.Databases;
import io.sluice.datasource.DataSourceDraft;
import io.sluice.datasource.DataSourceService;
import io.sluice.studio.NodeKind;
import io.sluice.studio.NodeResult;
import io.sluice.studio.StudioService;
import io.sluice.testing.Services;
import io.sluice.testing.TestDatabase;
import io.sluice.workspace.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rows that do not fit their target, loaded, corrected and replayed. */
final class ReplayScene {
    private static final int PAGE = 1_000;

    private static final String TASK = """
            {
              "type": "job", "version": "2.0",
              "steps": [
                {"stepType": "mysql", "name": "Reader", "category": "reader",
                 "parameter": {"datasource": "shop", "table": "src", "column": ["id", "note"]}},
                {"stepType": "%s", "name": "Writer", "category": "writer",
                 "parameter": {"datasource": "dwh", "table": "dst", "column": ["id", "note"]%s}}
              ],
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]},
              "setting": {"errorLimit": {"record": "1000000"}}
            }
            """;

    private final Services services;
    private final RunService runs;
    private final DirtyService dirty;
    private final Member member;

    ReplayScene(Services services, Member member) {
        this.services = services;
        this.member = member;
        runs = services.get(RunService.class);
        dirty = services.get(DirtyService.class);
    }

    /** One row that fits, with the id 0, and so many that do not, in the table {@code src}. */
    static void source(TestDatabase shop, int unfit) {
        shop.run(
                "create table src (id int primary key, note varchar(50))",
                "insert into src values (0, 'fine')",
                "insert into src select seq, concat(seq, ' is too long') from seq_1_to_" + unfit);
    }

    /** Loads {@code src} into {@code dst}. @param parameters more parameters of the writer */
    UUID load(TestDatabase shop, TestDatabase dwh, String type, String parameters) {
        DataSourceService sources = services.get(DataSourceService.class);
        sources.save(member, new DataSourceDraft(null, "shop", "mysql", "", Databases.settings(shop)));
        sources.save(member, new DataSourceDraft(null, "dwh", type, "", Databases.settings(dwh)));
        return load(TASK.formatted(type, parameters));
    }

    UUID load(String text) {
        StudioService studio = services.get(StudioService.class);
        NodeResult flow = studio.create(member, null, NodeKind.FLOW, "flow " + UUID.randomUUID());
        NodeResult task =
                studio.createTask(member, ((NodeResult.Done) flow).node().id(), "copy", text);
        StartResult started = runs.start(member, ((NodeResult.Done) task).node().id(), Map.of());
        assertThat(started).isInstanceOf(StartResult.Started.class);
        UUID run = ((StartResult.Started) started).runId();
        assertThat(ended(run).state()).isEqualTo(RunState.SUCCEEDED);
        return run;
    }

    RunView ended(UUID run) {
        Recorder recorder = new Recorder();
        runs.watch(member, run, recorder);
        return recorder.awaitEnd();
    }

    List<DirtyRow> rows(UUID run) {
        List<DirtyRow> all = new ArrayList<>();
        for (List<DirtyRow> page = page(run, 0); !page.isEmpty(); page = page(run, all.size())) {
            all.addAll(page);
        }
        return all;
    }

    private List<DirtyRow> page(UUID run, int offset) {
        return dirty.page(member, run, DirtyQuery.ALL, offset, PAGE);
    }

    /** Corrects every record. */
    void cutAll(UUID run) {
        dirty.summary(member, run)
                .causes()
                .forEach(cause ->
                        changed(dirty.correctMany(member, run, ManyRecords.with(cause.key()), new Correction.Cut(4))));
    }

    /** Waits for the end of what is done to many records. @return how many were changed */
    static long changed(BulkStart start) {
        assertThat(start).isInstanceOf(BulkStart.Begun.class);
        BulkChange.Progress end = ((BulkStart.Begun) start).change().settled(60_000);
        assertThat(end.phase()).isEqualTo(BulkChange.Phase.DONE);
        return end.tally().changed();
    }

    /** What somebody does who looks into the target for the records of which nobody knows. @param there ids that are in it */
    void settle(UUID run, Collection<String> there) {
        for (DirtyRow row : rows(run)) {
            if (row.uncertain() && there.contains(row.values().getFirst())) {
                assertThat(dirty.arrived(member, run, row)).isInstanceOf(CorrectResult.Corrected.class);
            } else if (row.uncertain()) {
                ReplayResult again = dirty.replay(member, run, List.of(row.sequence()));
                ((ReplayResult.Started) again).runs().forEach(this::ended);
            }
        }
    }
}
