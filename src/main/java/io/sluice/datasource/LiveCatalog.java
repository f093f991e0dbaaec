package io.sluice.datasource;

import io.sluice.script.Side;
import io.sluice.script.SyncTask;
import io.sluice.spi.Discovery.Filtered;
import io.sluice.spi.Discovery.TableDescription;
import io.sluice.spi.Discovery.TableList;
import io.sluice.spi.Discovery.TableQuery;
import io.sluice.spi.data.Column;
import io.sluice.workspace.Member;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What the data sources of a workspace hold right now. No call waits. Answers are kept for some minutes, equal questions
 * under way are asked once, and each is broken off after some seconds. A future never completes exceptionally unless the
 * caller cancels it; a member who may neither edit nor run tasks gets an {@link Answer.Unknown} for everything.
 * Cancelling the last future for a question breaks it off. Futures complete on threads of their own, never on a user
 * interface's.
 */
public interface LiveCatalog {
    CompletableFuture<Answer<List<String>>> schemas(Member member, String dataSource);

    CompletableFuture<Answer<TableList>> tables(Member member, String dataSource, TableQuery query);

    CompletableFuture<Answer<TableDescription>> table(Member member, String dataSource, String table);

    /**
     * The columns a step could read or write, whatever its {@code column} names: all of its first table, all fields of
     * its first file, those of its first query; of a writer only those that can be written. Empty for a target that
     * takes any columns, such as a file. Parameters such as {@code ${bizdate}} are to be filled in before.
     */
    CompletableFuture<Answer<List<Column>>> columns(Member member, SyncTask.Step step, Side side);

    /** What a filter does to a table. Parameters such as {@code ${bizdate}} are to be filled in before. */
    CompletableFuture<Answer<Filtered>> filtered(Member member, String dataSource, String table, String condition);

    /** Forgets what is known of a data source, so that the next question asks it again. */
    void refresh(Member member, String dataSource);

    /** What came back. */
    sealed interface Answer<T> {
        record Known<T>(T value, Instant readAt) implements Answer<T> {}

        /** @param reason what happened and where, in words for a person, free of secrets */
        record Unknown<T>(String reason) implements Answer<T> {}
    }
}
