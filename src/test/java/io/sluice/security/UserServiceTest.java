package io.sluice.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import io.sluice.workspace.Role;
import io.sluice.workspace.Workspace;
import io.sluice.workspace.WorkspaceService;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UserServiceTest {
    private static final NewUser ADA = new NewUser("ada", "Ada Lovelace", "ada@example.org", "difference engine 2");

    @ParameterizedTest
    @EnumSource(StoreKind.class)
    void setUpLinkWorksOnceForOneAdministrator(StoreKind kind, @TempDir Path home) throws Exception {
        try (Services services = kind.start(home)) {
            UserService users = services.get(UserService.class);
            String token = services.get(SetupToken.class).text();
            assertThat(users.setupNeeded()).isTrue();
            assertThat(users.tokenValid(token)).isTrue();
            assertThat(users.tokenValid("")).isFalse();
            assertThat(users.createAdministrator(token + "x", ADA)).isEqualTo(new SetupResult.WrongToken());
            List<SetupResult> results = attempt(users, token);
            assertThat(results).containsOnlyOnce(new SetupResult.Created());
            assertThat(results)
                    .filteredOn(new SetupResult.AlreadyDone()::equals)
                    .hasSize(3);
            assertThat(users.setupNeeded()).isFalse();
            assertThat(users.tokenValid(token)).isFalse();
            assertThat(users.createAdministrator(token, ADA)).isEqualTo(new SetupResult.AlreadyDone());
            ownsAWorkspace(services);
        }
    }

    private static List<SetupResult> attempt(UserService users, String token) throws Exception {
        Callable<SetupResult> creation = () -> users.createAdministrator(token, ADA);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<SetupResult>> attempts = threads.invokeAll(List.of(creation, creation, creation, creation));
            return List.of(
                    attempts.get(0).get(),
                    attempts.get(1).get(),
                    attempts.get(2).get(),
                    attempts.get(3).get());
        }
    }

    private static void ownsAWorkspace(Services services) {
        User user = services.get(UserRepository.class).find(" ADA ").orElseThrow();
        WorkspaceService workspaces = services.get(WorkspaceService.class);
        Workspace workspace = workspaces.of(user.id()).getFirst();
        assertThat(workspaces.role(workspace.id(), user.id())).contains(Role.OWNER);
        assertThat(user.passwordHash()).startsWith("$2a$12$").doesNotContain(ADA.password());
    }

    @Test
    void tokensOfTwoStartsDiffer(@TempDir Path first, @TempDir Path second) {
        try (Services one = StoreKind.H2.start(first);
                Services other = StoreKind.H2.start(second)) {
            assertThat(one.get(SetupToken.class).text())
                    .hasSizeGreaterThanOrEqualTo(43)
                    .isNotEqualTo(other.get(SetupToken.class).text());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "short pass, PASSWORD_SHORT",
        "password1234, PASSWORD_COMMON",
        "Administrator1!, PASSWORD_COMMON",
        "123456789012, PASSWORD_COMMON",
        "qwertyuiopas, PASSWORD_COMMON",
        "aaaaaaaaaaaaa, PASSWORD_COMMON",
        "abcabcabcabcabc, PASSWORD_COMMON",
        "my name is Ada L, PASSWORD_CONTAINS_NAME"
    })
    void weakPasswordsAreRefused(String password, NewUserProblem problem) {
        assertThat(NewUserRules.problems(new NewUser("ada", "Ada", "", password)))
                .isEqualTo(Set.of(problem));
    }

    @Test
    void everyWrongEntryIsNamed() {
        assertThat(NewUserRules.problems(new NewUser(" ", "", "nowhere", "é".repeat(37))))
                .containsExactlyInAnyOrder(
                        NewUserProblem.USER_NAME_EMPTY,
                        NewUserProblem.DISPLAY_NAME_EMPTY,
                        NewUserProblem.EMAIL_MALFORMED,
                        NewUserProblem.PASSWORD_LONG,
                        NewUserProblem.PASSWORD_COMMON);
        assertThat(NewUserRules.problems(new NewUser("a b<", "Ada", "", ADA.password())))
                .containsExactly(NewUserProblem.USER_NAME_CHARACTERS);
        assertThat(NewUserRules.problems(new NewUser("小明", "小明", "", "木头 石头 剪刀 布 三 回")))
                .isEmpty();
    }
}
