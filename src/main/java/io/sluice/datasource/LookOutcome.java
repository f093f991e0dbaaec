package io.sluice.datasource;

import io.sluice.datasource.LiveCatalog.Answer;
import io.sluice.spi.Connector;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.ErrorCode;
import io.sluice.spi.error.ServerMessage;
import io.sluice.spi.error.SluiceException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes an answer of what a look-up found or of how it failed. */
final class LookOutcome {
    private static final String MASK = "••••••";

    private LookOutcome() {}

    /**
     * Looks, on this thread.
     *
     * @param where what is looked at, for a person
     * @param secrets texts that no answer may hold; may grow while it looks
     */
    static <T> Answer<T> of(String where, Connector connector, List<String> secrets, Clock clock, Callable<T> look) {
        return switch (whole(where, connector, secrets, clock, look)) {
            case Answer.Known<T> known -> known;
            case Answer.Unknown<T>(String reason) ->
                new Answer.Unknown<>(reason.lines().findFirst().orElse(""));
        };
    }

    /** As {@link #of}; a reason has everything that was said, with details in further lines. */
    static <T> Answer<T> whole(String where, Connector connector, List<String> secrets, Clock clock, Callable<T> look) {
        FutureTask<T> task = new FutureTask<>(look);
        task.run();
        try {
            return new Answer.Known<>(task.get(), clock.instant());
        } catch (ExecutionException failed) {
            return new Answer.Unknown<>(where + ": " + reason(failed.getCause(), connector, secrets));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer.Unknown<>(where + " was not asked to the end.");
        }
    }

    private static String reason(@Nullable Throwable failure, Connector connector, List<String> secrets) {
        if (!(failure instanceof Exception known)) {
            return CommonError.INTERNAL_ERROR.advice();
        }
        ErrorCode code = connector.classify(known);
        String text =
                known instanceof SluiceException || known.getMessage() != null ? ServerMessage.of(known) : code.name();
        for (String secret : secrets) {
            text = text.replace(secret, MASK);
        }
        List<String> lines = text.strip().lines().toList();
        String message = lines.isEmpty() ? "" : lines.getFirst();
        String first = (message.endsWith(".") ? message : message + ".")
                + (code.advice().isEmpty() ? "" : " " + code.advice());
        return Stream.concat(Stream.of(first), lines.stream().skip(1)).collect(Collectors.joining("\n"));
    }
}
