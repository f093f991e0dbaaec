package io.sluice.datasource;

import io.sluice.datasource.DataSourceRepository.Stored;
import io.sluice.spi.Connector;
import io.sluice.spi.Sentence;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.Secret;
import io.sluice.spi.error.CommonError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what is wrong with a draft, field by field. */
@Component
class DraftCheck {
    private static final int LONGEST_DESCRIPTION = 2000;
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}_.-]{0,59}");

    private final ConnectorTypes types;
    private final SecretVault vault;

    DraftCheck(ConnectorTypes types, SecretVault vault) {
        this.types = types;
        this.vault = vault;
    }

    /** The connectors a draft can be for, by label. */
    List<Connector> types() {
        return types.all();
    }

    /** @param before what is stored under the draft's id; its secrets stand where none were typed */
    Checked check(UUID workspace, DataSourceDraft draft, @Nullable Stored before) {
        List<FieldProblem> problems = naming(draft);
        Connector connector = types.find(draft.type()).orElse(null);
        ConfigSpec<?> spec = connector == null ? null : connector.dataSource().orElse(null);
        if (connector == null || spec == null) {
            problems.add(
                    new FieldProblem("type", "TYPE_UNKNOWN", Sentence.of("There is no connector '{0}'", draft.type())));
            return new Checked.Wrong(problems);
        }
        Secrets.Parted parted = Secrets.part(spec, draft.settings());
        Map<String, Secret> secrets = new HashMap<>();
        if (before != null && before.type().equals(connector.id())) {
            secrets.putAll(vault.open(workspace, before.id()));
        }
        secrets.putAll(parted.secrets());
        Checked.Fine fine = new Checked.Fine(connector, parted.plain(), Map.copyOf(secrets), before);
        problems.addAll(settings(spec, fine));
        return problems.isEmpty() ? fine : new Checked.Wrong(problems);
    }

    private static List<FieldProblem> naming(DataSourceDraft draft) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!NAME.matcher(draft.name()).matches()) {
            problems.add(new FieldProblem(
                    "name",
                    "NAME_INVALID",
                    Sentence.of("A name begins with a letter and has up to 60 letters, digits, '_', '-' and '.'")));
        }
        if (draft.description().length() > LONGEST_DESCRIPTION) {
            problems.add(new FieldProblem(
                    "description",
                    "TOO_LONG",
                    Sentence.of("A description has at most {0} characters", LONGEST_DESCRIPTION)));
        }
        return problems;
    }

    private static List<FieldProblem> settings(ConfigSpec<?> spec, Checked.Fine draft) {
        return switch (spec.bind(draft.whole())) {
            case Bound.Valid<?> ignored -> List.of();
            case Bound.Invalid<?> invalid ->
                invalid.problems().stream()
                        .filter(ConfigProblem::isError)
                        .map(DraftCheck::problem)
                        .toList();
        };
    }

    private static FieldProblem problem(ConfigProblem problem) {
        String path = problem.path().isEmpty() ? "settings" : "settings." + problem.path();
        return new FieldProblem(path, code(problem.kind()), problem.said());
    }

    private static String code(ConfigProblem.Kind kind) {
        return switch (kind) {
            case DENIED -> CommonError.CONN_PROP_DENIED.name();
            case BAD_HOST -> CommonError.HOST_INVALID.name();
            case MISSING, WRONG_TYPE, OUT_OF_RANGE, NOT_A_CHOICE, CONTRADICTION, UNKNOWN -> kind.name();
        };
    }
}
