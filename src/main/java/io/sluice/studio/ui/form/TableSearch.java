package io.sluice.studio.ui.form;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.data.provider.Query;
import io.sluice.datasource.LiveCatalog;
import io.sluice.datasource.LiveCatalog.Answer;
import io.sluice.spi.Discovery.TableDescription;
import io.sluice.spi.Discovery.TableEntry;
import io.sluice.spi.Discovery.TableList;
import io.sluice.spi.Discovery.TableQuery;
import io.sluice.studio.ui.assist.SchemaName;
import io.sluice.ui.Arrivals;
import io.sluice.workspace.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds tables for a drop-down list. The list waits a moment for an answer; one that takes longer arrives when it is
 * there, so that no click waits for a database.
 */
final class TableSearch {
    private static final int LIMIT = 200;
    private static final int MOST_SCHEMAS = 20;
    private static final int MOMENT_MILLIS = 200;

    private final LiveCatalog catalog;
    private final Member member;
    private final Map<String, TableEntry> known = new HashMap<>();
    private final Map<TableQuery, Answer<TableList>> answers = new HashMap<>();
    private String dataSource = "";
    private List<String> schemas = List.of();
    private boolean schemasAsked;
    private @Nullable CompletableFuture<Answer<TableList>> asked;
    private Runnable found = () -> {};

    TableSearch(LiveCatalog catalog, Member member) {
        this.catalog = catalog;
        this.member = member;
    }

    void dataSource(String name) {
        dataSource = name;
        schemas = List.of();
        schemasAsked = false;
        known.clear();
        answers.clear();
    }

    /** Runs when an answer came later than the list wanted to wait. */
    void whenFound(Runnable listener) {
        found = listener;
    }

    /**
     * One page of the names that contain what was typed; {@code schema.part} searches in a schema. Schemas themselves
     * come first, as {@code schema.}.
     */
    Stream<String> page(Query<String, String> query) {
        int offset = query.getOffset();
        int limit = query.getLimit();
        if (dataSource.isEmpty()) {
            return Stream.empty();
        }
        SchemaName typed = SchemaName.before(query.getFilter().orElse("").strip());
        Answer<TableList> answer = answer(new TableQuery(typed.schema(), typed.rest(), LIMIT));
        Stream<String> tables = answer instanceof Answer.Known<TableList> list
                ? list.value().tables().stream().map(TableEntry::name)
                : Stream.empty();
        Stream<String> schemas = typed.schema().isEmpty() ? schemas(typed.rest()) : Stream.empty();
        return Stream.concat(schemas, tables).skip(offset).limit(limit);
    }

    /** Where there is only one schema, plain names mean it and nobody need choose. */
    private Stream<String> schemas(String part) {
        if (!schemasAsked) {
            schemasAsked = true;
            String source = dataSource;
            Arrivals.of(UI.getCurrent(), catalog.schemas(member, source), answer -> {
                if (source.equals(dataSource)
                        && answer instanceof Answer.Known<List<String>>(List<String> all, var at)) {
                    schemas = all;
                    found.run();
                }
            });
        }
        return schemas.size() < 2
                ? Stream.empty()
                : schemas.stream()
                        .filter(name -> name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)))
                        .limit(MOST_SCHEMAS)
                        .map(SchemaName::entry);
    }

    /** An answer that came late is handed over when the list asks again. */
    private @Nullable Answer<TableList> answer(TableQuery question) {
        Answer<TableList> late = answers.remove(question);
        if (late != null) {
            return late;
        }
        CompletableFuture<Answer<TableList>> before = asked;
        if (before != null) {
            before.cancel(false);
        }
        CompletableFuture<Answer<TableList>> future = catalog.tables(member, dataSource, question);
        asked = future;
        return waited(question, future);
    }

    private @Nullable Answer<TableList> waited(TableQuery question, CompletableFuture<Answer<TableList>> future) {
        try {
            Answer<TableList> answer = future.get(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            remember(answer);
            return answer;
        } catch (TimeoutException notYet) {
            later(question, future);
            return null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException | java.util.concurrent.CancellationException broken) {
            return null;
        }
    }

    private void later(TableQuery question, CompletableFuture<Answer<TableList>> future) {
        Arrivals.of(UI.getCurrent(), future, answer -> {
            remember(answer);
            answers.put(question, answer);
            found.run();
        });
    }

    private void remember(Answer<TableList> answer) {
        if (answer instanceof Answer.Known<TableList> list) {
            list.value().tables().forEach(entry -> known.put(entry.name(), entry));
        }
    }

    @Nullable
    TableEntry known(String name) {
        return known.get(name);
    }

    /** What is known of one table. */
    void describe(String table, Consumer<Answer<TableEntry>> taker) {
        String source = dataSource;
        Arrivals.of(UI.getCurrent(), catalog.table(member, source, table), answer -> {
            if (source.equals(dataSource)) {
                taker.accept(entry(answer));
            }
        });
    }

    private static Answer<TableEntry> entry(Answer<TableDescription> answer) {
        return switch (answer) {
            case Answer.Known<TableDescription> table ->
                new Answer.Known<>(table.value().entry(), table.readAt());
            case Answer.Unknown<TableDescription> unknown -> new Answer.Unknown<>(unknown.reason());
        };
    }
}
