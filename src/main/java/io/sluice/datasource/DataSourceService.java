package io.sluice.datasource;

import io.sluice.datasource.DataSourceRepository.Stored;
import io.sluice.spi.Connector;
import io.sluice.workspace.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The data sources of a workspace. Secrets go in and never come out, except to a connector at work. */
@Service
public class DataSourceService {
    private final DataSourceRepository sources;
    private final DraftCheck drafts;
    private final DataSourceUse use;
    private final SecretVault vault;
    private final ConnectionTester tester;
    private final DataSourceTrail trail;

    DataSourceService(
            Keeping keeping, DraftCheck drafts, DataSourceUse use, ConnectionTester tester, DataSourceTrail trail) {
        sources = keeping.sources();
        vault = keeping.vault();
        this.drafts = drafts;
        this.use = use;
        this.tester = tester;
        this.trail = trail;
    }

    /** All data sources of the workspace, by name. */
    @Transactional(readOnly = true)
    public List<DataSource> list(Member member) {
        Map<UUID, List<String>> secrets = sources.secretPaths(member.workspaceId());
        return sources.all(member.workspaceId()).stream()
                .map(stored -> view(stored, secrets.getOrDefault(stored.id(), List.of())))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<DataSource> find(Member member, UUID id) {
        Optional<Stored> stored = sources.find(member.workspaceId(), id);
        if (stored.isEmpty()) {
            trail.missing(member, id);
        }
        return stored.map(found -> view(member.workspaceId(), found));
    }

    @Transactional(readOnly = true)
    public Optional<DataSource> findByName(Member member, String name) {
        return sources.findByName(member.workspaceId(), name).map(stored -> view(member.workspaceId(), stored));
    }

    /** @throws io.sluice.workspace.PermissionDeniedException when the member's role does not allow that now */
    void requireLook(Member member) {
        trail.requireRun(member);
    }

    /** Creates a data source or changes one, after its connector found nothing wrong with it. */
    @Transactional
    public DataSourceResult save(Member member, DataSourceDraft draft) {
        trail.requireAdministration(member);
        UUID workspace = member.workspaceId();
        Stored before = before(member, draft);
        if (draft.id() != null && before == null) {
            return new DataSourceResult.Gone();
        }
        return switch (drafts.check(workspace, draft, before)) {
            case Checked.Wrong wrong -> {
                trail.refused(member, draft, wrong.problems());
                yield new DataSourceResult.Invalid(wrong.problems());
            }
            case Checked.Fine fine -> write(member, draft, before, fine);
        };
    }

    private @Nullable Stored before(Member member, DataSourceDraft draft) {
        UUID id = draft.id();
        Stored before =
                id == null ? null : sources.find(member.workspaceId(), id).orElse(null);
        if (id != null && before == null) {
            trail.missing(member, id);
        }
        return before;
    }

    private DataSourceResult write(Member member, DataSourceDraft draft, @Nullable Stored before, Checked.Fine fine) {
        UUID workspace = member.workspaceId();
        Stored after = new Stored(
                before == null ? UUID.randomUUID() : before.id(),
                draft.name(),
                fine.connector().id(),
                draft.description(),
                fine.plain(),
                before == null ? 1 : before.revision() + 1,
                tester.now(),
                member.displayName(),
                null);
        try {
            if (before == null) {
                sources.insert(workspace, after);
            } else if (!sources.update(workspace, after)) {
                return new DataSourceResult.Gone();
            }
        } catch (DuplicateKeyException taken) {
            return new DataSourceResult.NameTaken(draft.name());
        }
        vault.replace(workspace, after.id(), fine.secrets());
        DataSource saved = view(after, fine.secrets().keySet());
        trail.saved(member, saved);
        return new DataSourceResult.Saved(saved);
    }

    /** Deletes a data source unless a task names it. */
    @Transactional
    public DeleteResult delete(Member member, UUID id) {
        trail.requireAdministration(member);
        Stored stored = sources.find(member.workspaceId(), id).orElse(null);
        if (stored == null) {
            trail.missing(member, id);
            return new DeleteResult.Deleted();
        }
        List<String> tasks = use.tasksByDataSource(member).getOrDefault(stored.name(), List.of());
        if (!tasks.isEmpty()) {
            return new DeleteResult.InUse(tasks);
        }
        sources.delete(member.workspaceId(), id);
        trail.deleted(member, stored.name(), id);
        return new DeleteResult.Deleted();
    }

    /** The names of the tasks that name each data source, by data source name. */
    public Map<String, List<String>> usedBy(Member member) {
        return use.tasksByDataSource(member);
    }

    /** The connectors a data source can be made for, by label. */
    public List<Connector> types() {
        return drafts.types();
    }

    /**
     * The settings of a data source with its secrets, for the connector that is about to use it; they stay in memory.
     */
    @Transactional(readOnly = true)
    public Optional<Revealed> reveal(Member member, String name) {
        UUID workspace = member.workspaceId();
        return sources.findByName(workspace, name)
                .map(stored -> new Revealed(
                        stored.name(),
                        stored.type(),
                        Secrets.join(stored.settings(), vault.open(workspace, stored.id()))));
    }

    /**
     * Tries a draft, with the stored secrets where none were typed. The report of a saved data source is kept. Who may
     * not change data sources tests only what is saved: else a changed host would be handed the stored password.
     */
    public ConnectionTest test(Member member, DataSourceDraft draft) {
        UUID workspace = member.workspaceId();
        Stored before = before(member, draft);
        return switch (drafts.check(workspace, draft, before)) {
            case Checked.Wrong wrong -> {
                trail.refused(member, draft, wrong.problems());
                yield new ConnectionTest.Invalid(wrong.problems());
            }
            case Checked.Fine fine -> {
                if (before == null || !fine.plain().equals(before.settings())) {
                    trail.requireAdministration(member);
                    yield tester.test(member, fine);
                }
                trail.requireRun(member);
                yield testSaved(member, fine, before);
            }
        };
    }

    private ConnectionTest testSaved(Member member, Checked.Fine fine, Stored saved) {
        ConnectionTest outcome = tester.test(member, fine);
        if (outcome instanceof ConnectionTest.Done done) {
            String report = TestReportJson.write(done.report());
            sources.keepTest(member.workspaceId(), saved.id(), saved.revision(), report);
        }
        return outcome;
    }

    private DataSource view(UUID workspace, Stored stored) {
        return view(stored, vault.paths(workspace, stored.id()));
    }

    private static DataSource view(Stored stored, Iterable<String> secretPaths) {
        List<String> paths = new ArrayList<>();
        secretPaths.forEach(paths::add);
        String test = stored.lastTest();
        return new DataSource(
                stored.id(),
                stored.name(),
                stored.type(),
                stored.description(),
                stored.settings(),
                Set.copyOf(paths),
                stored.revision(),
                stored.changedAt(),
                stored.changedBy(),
                test == null ? null : TestReportJson.read(test));
    }
}
