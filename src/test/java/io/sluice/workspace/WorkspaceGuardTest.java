package io.sluice.workspace;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Members whose role is another by now than when their screen was opened. */
@ParameterizedClass
@EnumSource(StoreKind.class)
class WorkspaceGuardTest {
    private final Services services;
    private final WorkspaceGuard guard;

    WorkspaceGuardTest(StoreKind kind) {
        services = kind.services();
        guard = services.get(WorkspaceGuard.class);
    }

    private void change(String statement, Member member) {
        services.get(JdbcClient.class)
                .sql(statement)
                .param(member.userId().toString())
                .update();
    }

    @Test
    void aLoweredRoleCountsFromTheNextActionOn() {
        Member member = services.member(Role.ADMINISTRATOR);
        guard.requireAdministration(member);
        change("UPDATE workspace_member SET role = 'OPERATOR' WHERE user_id = ?", member);
        assertThatThrownBy(() -> guard.requireAdministration(member))
                .isInstanceOf(PermissionDeniedException.class)
                .hasMessageContaining("OPERATOR");
        assertThatThrownBy(() -> guard.requireEdit(member)).isInstanceOf(PermissionDeniedException.class);
        assertThatCode(() -> guard.requireRun(member)).doesNotThrowAnyException();
    }

    @Test
    void aRaisedRoleCountsToo() {
        Member member = services.member(Role.VISITOR);
        change("UPDATE workspace_member SET role = 'DEVELOPER' WHERE user_id = ?", member);
        assertThatCode(() -> guard.requireEdit(member)).doesNotThrowAnyException();
    }

    @Test
    void whoIsNoMemberAnyMoreMayDoNothing() {
        Member member = services.member(Role.OWNER);
        change("DELETE FROM workspace_member WHERE user_id = ?", member);
        assertThatThrownBy(() -> guard.requireRun(member))
                .isInstanceOf(PermissionDeniedException.class)
                .hasMessageContaining("no longer belongs");
    }

    @Test
    void aClosedAccountMayDoNothing() {
        Member member = services.member(Role.OWNER);
        change("UPDATE app_user SET disabled = TRUE WHERE id = ?", member);
        assertThatThrownBy(() -> guard.requireEdit(member)).isInstanceOf(PermissionDeniedException.class);
    }
}
