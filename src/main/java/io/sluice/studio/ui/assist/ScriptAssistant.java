package io.sluice.studio.ui.assist;

import io.sluice.datasource.DataSource;
import io.sluice.datasource.DataSourceService;
import io.sluice.datasource.LiveCatalog;
import io.sluice.engine.Connectors;
import io.sluice.run.SampleService;
import io.sluice.script.ConnectorCatalog;
import io.sluice.script.Parameters;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.script.Side;
import io.sluice.script.SyncTask;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import io.sluice.studio.ui.assist.Suggestions.Item;
import io.sluice.studio.ui.assist.Suggestions.Kind;
import io.sluice.workspace.Member;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What may stand at a place of a script, from the workspace and its live data sources. Keys and fixed words are not its
 * business: those come from the JSON schema.
 */
@Component
public final class ScriptAssistant {
    private static final String HOPS = "order.hops";

    private final DataSourceService sources;
    private final Connectors connectors;
    private final SampleService samples;
    private final LiveOffers live;

    ScriptAssistant(DataSourceService sources, Connectors connectors, LiveCatalog catalog, SampleService samples) {
        this.sources = sources;
        this.connectors = connectors;
        this.samples = samples;
        this.live = new LiveOffers(catalog);
    }

    /**
     * Suggestions for the caret, in any state of the text. Cancelling the future breaks off what is asked for them.
     *
     * @param line from 1
     * @param column from 1
     */
    public CompletableFuture<Suggestions> suggest(Member member, UUID task, String text, int line, int column) {
        int caret = ScriptDocument.parse(text).offset(line, column);
        return CaretToken.at(text, caret)
                .map(token -> suggest(member, task, new Offer(text, token, caret)))
                .orElseGet(ScriptAssistant::nothing);
    }

    private CompletableFuture<Suggestions> suggest(Member member, UUID task, Offer offer) {
        CaretToken token = offer.token();
        ScriptDocument document = ScriptDocument.parse(token.whole(offer.text()));
        int parameter = offer.typed().lastIndexOf("${");
        if (token.quoted() && parameter >= 0 && offer.typed().indexOf('}', parameter) < 0) {
            return CompletableFuture.completedFuture(parameters(document, offer, parameter));
        }
        Path path = document.pathAt(token.start() + 1);
        if (path.toString().startsWith(HOPS)) {
            return CompletableFuture.completedFuture(steps(document, offer));
        }
        Map<String, String> types = sources.list(member).stream()
                .collect(Collectors.toMap(DataSource::name, DataSource::type, (first, second) -> first));
        Asker asker = new Asker(member, offer, types, values(member, task, document));
        ScriptDocument filled = document.readable() ? Parameters.apply(document, asker.values()) : document;
        return FieldPlace.find(filled, path, new ConnectorCatalog(connectors.all(), types))
                .map(place -> at(place, document, asker))
                .orElseGet(ScriptAssistant::nothing);
    }

    /**
     * Who asks.
     *
     * @param types of the data sources, by their names
     * @param values of parameters
     */
    private record Asker(Member member, Offer offer, Map<String, String> types, Map<String, String> values) {}

    private Map<String, String> values(Member member, UUID task, ScriptDocument document) {
        return document.text().contains("${") ? samples.values(member, task) : Map.of();
    }

    private CompletableFuture<Suggestions> at(FieldPlace place, ScriptDocument document, Asker asker) {
        Member member = asker.member();
        Offer offer = asker.offer();
        String fieldName = place.field().map(FieldSpec::name).orElse("");
        return switch (place.single()) {
            case FieldType.TextType type
            when type.lookup().equals("dataSources") ->
                CompletableFuture.completedFuture(dataSources(place, asker.types(), offer));
            case FieldType.TextType type
            when type.lookup().equals("tables") -> live.tables(member, place.dataSource(), offer);
            case FieldType.TextType type
            when type.lookup().equals("columns") ->
                live.columns(member, columnsAt(place, document), others(document, place), offer);
            case FieldType.TextType type
            when type.code().equals("sql") && offer.token().quoted() ->
                live.words(member, place, asker.values(), offer);
            case FieldType.TextType ignored
            when fieldName.equals("name") && isOf("column", place) -> live.columns(member, place, Set.of(), offer);
            default -> nothing();
        };
    }

    /** Steps between reader and writer work on the reader's columns. */
    private static FieldPlace columnsAt(FieldPlace place, ScriptDocument document) {
        List<SyncTask.Step> readers = SyncTask.steps(document, Side.READER);
        return place.side() != null || readers.isEmpty()
                ? place
                : new FieldPlace(place.path(), readers.getFirst(), Side.READER, place.fields(), place.type());
    }

    private static boolean isOf(String name, FieldPlace place) {
        List<FieldSpec> fields = place.fields();
        return fields.size() > 1 && fields.get(fields.size() - 2).name().equals(name);
    }

    private static CompletableFuture<Suggestions> nothing() {
        return CompletableFuture.completedFuture(Suggestions.NONE);
    }

    private Suggestions dataSources(FieldPlace place, Map<String, String> types, Offer offer) {
        String wanted = connectors
                .find(place.step().stepType())
                .map(connector -> connector.id())
                .orElse("");
        List<Item> items = new ArrayList<>();
        new TreeMap<>(types).forEach((name, type) -> {
            if (connectors.find(type).filter(one -> one.id().equals(wanted)).isPresent()) {
                items.add(offer.value(Kind.DATA_SOURCE, name, type, "", false));
            }
        });
        return offer.values(items, false, "");
    }

    private static Suggestions steps(ScriptDocument document, Offer offer) {
        List<Item> items = new ArrayList<>();
        if (document.read(Path.of("steps")).orElse(null) instanceof ConfigValue.Array steps) {
            for (ConfigValue step : steps.items()) {
                name(step).ifPresent(name -> items.add(offer.value(Kind.STEP, name, "", "", false)));
            }
        }
        return offer.values(items, false, "");
    }

    private static Optional<String> name(ConfigValue step) {
        return step instanceof ConfigValue.Obj object
                ? object.find("name").filter(ConfigValue.Text.class::isInstance).map(ConfigValue::toString)
                : Optional.empty();
    }

    /** @param begin index of the sign in what is typed */
    private static Suggestions parameters(ScriptDocument document, Offer offer, int begin) {
        int start = offer.caret() - offer.typed().length() + begin;
        int end = offer.caret();
        while (end < offer.token().end() && isName(offer.text().charAt(end))) {
            end++;
        }
        boolean closed = end < offer.text().length() && offer.text().charAt(end) == '}';
        List<Item> items =
                ParameterNames.of(document).stream().map(ParameterNames::item).toList();
        return offer.replacing(start, closed ? end + 1 : end, items, false, "");
    }

    private static boolean isName(char sign) {
        return CaretToken.isWord(sign) || sign == '.';
    }

    /** The other texts of the list around a place. */
    private static Set<String> others(ScriptDocument document, FieldPlace place) {
        if (!(place.path().last().orElse(null) instanceof Path.Index own)
                || !(document.read(place.path().parent()).orElse(null) instanceof ConfigValue.Array list)) {
            return Set.of();
        }
        Set<String> others = new LinkedHashSet<>();
        for (int index = 0; index < list.items().size(); index++) {
            if (index != own.index()) {
                others.add(list.items().get(index).toString());
            }
        }
        return others;
    }
}
