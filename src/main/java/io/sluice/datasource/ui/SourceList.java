package io.sluice.datasource.ui;

import io.sluice.datasource.DataSource;
import io.sluice.datasource.DataSourceService;
import io.sluice.spi.Connector;
import io.sluice.spi.Profile;
import io.sluice.workspace.Member;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the screen of data sources lists, and how it is narrowed. */
final class SourceList {
    private final DataSourceService sources;
    private final Member member;
    private List<SourceRow> rows = List.of();
    private String search = "";
    private @Nullable String type;
    private @Nullable Health health;

    SourceList(DataSourceService sources, Member member) {
        this.sources = sources;
        this.member = member;
    }

    void load() {
        Map<String, List<String>> users = sources.usedBy(member);
        rows = sources.list(member).stream()
                .map(source -> row(source, users.getOrDefault(source.name(), List.of())))
                .toList();
    }

    private SourceRow row(DataSource source, List<String> users) {
        Profile profile = connector(source.type())
                .map(Connector::profile)
                .orElseGet(() -> new Profile(source.type(), Profile.Family.TEST, "?", ""));
        return new SourceRow(source, profile, SourceSummary.of(source.settings()), users);
    }

    Optional<Connector> connector(String type) {
        return sources.types().stream()
                .filter(connector -> connector.id().equals(type))
                .findFirst();
    }

    void search(String text) {
        search = text;
    }

    void onlyType(@Nullable String wanted) {
        type = wanted;
    }

    void onlyHealth(@Nullable Health wanted) {
        health = wanted;
    }

    List<SourceRow> visible() {
        return rows.stream()
                .filter(row -> row.matches(search))
                .filter(row -> type == null || type.equals(row.source().type()))
                .filter(row -> health == null || health == row.health())
                .toList();
    }

    int total() {
        return rows.size();
    }

    Optional<SourceRow> find(UUID id) {
        return rows.stream().filter(row -> row.source().id().equals(id)).findFirst();
    }

    /** How many data sources stand how; only what occurs. */
    Map<Health, Integer> counts() {
        Map<Health, Integer> counts = new EnumMap<>(Health.class);
        rows.forEach(row -> counts.merge(row.health(), 1, Integer::sum));
        return counts;
    }

    /** The types that occur, by label. */
    List<Profile> profiles() {
        return rows.stream().map(SourceRow::profile).distinct().toList();
    }

    Optional<String> typeOf(Profile profile) {
        return rows.stream()
                .filter(row -> row.profile().equals(profile))
                .map(row -> row.source().type())
                .findFirst();
    }
}
