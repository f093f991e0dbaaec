package io.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.preview.DataProfile;
import io.sluice.engine.preview.Sample;
import io.sluice.engine.preview.SampleRequest;
import io.sluice.engine.preview.SampleRequest.Scope;
import io.sluice.engine.preview.Sampling;
import io.sluice.engine.preview.Taken;
import io.sluice.studio.NodeKind;
import io.sluice.studio.NodeResult;
import io.sluice.studio.StudioService;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import io.sluice.workspace.Member;
import io.sluice.workspace.PermissionDeniedException;
import io.sluice.workspace.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(StoreKind.class)
@Timeout(60)
class SampleServiceTest {
    private static final String ONLY_A_READER = """
            {"type": "job", "version": "2.0", "steps": [
              {"stepType": "stream", "name": "Reader", "category": "reader",
               "parameter": {"sliceRecordCount": "%s", "column": [{"type": "string", "value": "%s"}]}}]}
            """;
    private static final String CALM = ONLY_A_READER.formatted("70", "on ${bdp.system.bizdate}");

    private final SampleService samples;
    private final StudioService studio;
    private final Services services;
    private final Member member;

    SampleServiceTest(StoreKind kind) {
        services = kind.services();
        samples = services.get(SampleService.class);
        studio = services.get(StudioService.class);
        member = services.member(Role.DEVELOPER);
    }

    private static SampleOrder order(UUID task, String text, Map<String, String> parameters) {
        return new SampleOrder(task, text, parameters, new SampleRequest(Scope.TARGET, 50));
    }

    private static Sampling<Sample> started(SampleStart<Sample> start) {
        assertThat(start).isInstanceOf(SampleStart.Started.class);
        return ((SampleStart.Started<Sample>) start).sampling();
    }

    private static Sample done(SampleStart<Sample> start) throws Exception {
        Taken<Sample> taken = started(start).result().get(30, TimeUnit.SECONDS);
        assertThat(taken).isInstanceOf(Taken.Done.class);
        return ((Taken.Done<Sample>) taken).value();
    }

    @Test
    void showsAnUnsavedIncompleteTaskWithTheValuesTheSystemKnows() throws Exception {
        Sample sample = done(samples.preview(member, order(UUID.randomUUID(), CALM, Map.of())));

        assertThat(sample.rows()).hasSize(50);
        assertThat(sample.extent().more()).isTrue();
        assertThat(sample.rows().getFirst().getFirst().text()).matches("on \\d{8}");
        Sample given =
                done(samples.preview(member, order(UUID.randomUUID(), CALM, Map.of("bdp.system.bizdate", "Monday"))));
        assertThat(given.rows().getFirst().getFirst().text()).isEqualTo("on Monday");
    }

    @Test
    void profilesInTheBackground() throws Exception {
        SampleStart<DataProfile> start = samples.profile(member, order(UUID.randomUUID(), CALM, Map.of()));
        assertThat(start).isInstanceOf(SampleStart.Started.class);
        Taken<DataProfile> taken =
                ((SampleStart.Started<DataProfile>) start).sampling().result().get(30, TimeUnit.SECONDS);
        assertThat(taken)
                .isInstanceOfSatisfying(
                        Taken.Done.class,
                        done -> assertThat(((DataProfile) done.value())
                                        .columns()
                                        .getFirst()
                                        .longest())
                                .isEqualTo(11));
    }

    @Test
    void asksForParametersAndSaysWhatIsWrongWithTheReader() {
        String asking = ONLY_A_READER.formatted("1", "${region}");
        assertThat(samples.preview(member, order(UUID.randomUUID(), asking, Map.of())))
                .isEqualTo(new SampleStart.MissingParameters<Sample>(List.of("region")));
        String wrong = ONLY_A_READER.formatted("1", "x").replace("\"string\"", "\"colour\"");
        assertThat(problems(wrong)).isNotEmpty();
        assertThat(problems("{\"steps\": []}").getFirst().message()).contains("no reader");
    }

    private List<StartProblem> problems(String text) {
        SampleStart<Sample> start = samples.preview(member, order(UUID.randomUUID(), text, Map.of()));
        assertThat(start).isInstanceOf(SampleStart.Invalid.class);
        return ((SampleStart.Invalid<Sample>) start).problems();
    }

    @Test
    void whoMayOnlyRunLooksAtSavedTasksOnly() throws Exception {
        NodeResult flow = studio.create(member, null, NodeKind.FLOW, "flow " + UUID.randomUUID());
        UUID flowId = ((NodeResult.Done) flow).node().id();
        UUID task = ((NodeResult.Done) studio.createTask(member, flowId, "task", CALM))
                .node()
                .id();
        Member operator = services.join(member.workspaceId(), Role.OPERATOR);
        Member visitor = services.join(member.workspaceId(), Role.VISITOR);

        assertThat(done(samples.preview(operator, order(task, CALM, Map.of()))).rows())
                .hasSize(50);
        assertThatThrownBy(() -> samples.preview(operator, order(task, CALM + " ", Map.of())))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> samples.preview(visitor, order(task, CALM, Map.of())))
                .isInstanceOf(PermissionDeniedException.class);
        Member lowered = services.join(member.workspaceId(), Role.DEVELOPER);
        services.get(JdbcClient.class)
                .sql("UPDATE workspace_member SET role = 'OPERATOR' WHERE user_id = ?")
                .param(lowered.userId().toString())
                .update();
        assertThatThrownBy(() -> samples.preview(lowered, order(task, CALM + " ", Map.of())))
                .isInstanceOf(PermissionDeniedException.class);
        Member stranger = services.member(Role.OPERATOR);
        assertThatThrownBy(() -> samples.preview(stranger, order(task, CALM, Map.of())))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void aMemberLooksAtAFewThingsAtATime() throws Exception {
        String endless = ONLY_A_READER.formatted("1000000000", "x");
        SampleOrder order = new SampleOrder(
                UUID.randomUUID(), endless, Map.of(), new SampleRequest(Scope.SOURCE, Integer.MAX_VALUE - 2));
        List<Sampling<DataProfile>> underWay = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            underWay.add(((SampleStart.Started<DataProfile>) samples.profile(member, order)).sampling());
        }
        assertThat(samples.profile(member, order)).isInstanceOf(SampleStart.TooMany.class);

        for (Sampling<DataProfile> one : underWay) {
            one.cancel();
            assertThat(one.result().getNow(null)).isInstanceOf(Taken.Cancelled.class);
            one.ended().get(10, TimeUnit.SECONDS);
        }
        assertThat(done(samples.preview(member, order(UUID.randomUUID(), CALM, Map.of())))
                        .rows())
                .hasSize(50);
    }
}
