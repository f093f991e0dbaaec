package io.sluice.engine;

import io.sluice.engine.convert.Conversion;
import io.sluice.engine.verify.Verification;
import io.sluice.engine.verify.VerifyFailure;
import io.sluice.engine.verify.VerifyResult;
import io.sluice.engine.verify.VerifyResult.Difference;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what a job's source delivers with what its target holds. */
final class JobVerification {
    static final String REFUSAL =
            "Source and target of this task cannot be compared: the target cannot be read back, or"
                    + " steps change the rows on their way";
    private static final int LOGGED = 20;

    private JobVerification() {}

    static VerifyResult run(RunParts parts) throws StepFailure, InterruptedException {
        Job job = parts.job();
        JobWriter.@Nullable ReadBack readBack = job.writer().comparison();
        if (readBack == null) {
            throw new StepFailure(Side.WRITER, new SluiceException(CommonError.NOT_SUPPORTED, REFUSAL));
        }
        parts.log().info("Comparing source and target");
        QuietContext reading = new QuietContext(new StepContext(Side.READER, parts));
        QuietContext readingBack = new QuietContext(new StepContext(Side.WRITER, parts));
        Verification.Sides sides = new Verification.Sides(
                () -> job.reader().opening().open(reading),
                () -> readBack.open(readingBack),
                reading::rejected,
                readingBack::rejected);
        try {
            VerifyResult result = Verification.of(
                    sides, (source, target) -> plan(job, source, target), parts.cancellation()::cancelled);
            readingBack.tellRejected();
            return result;
        } catch (VerifyFailure failure) {
            throw new StepFailure(failure.ofSource() ? Side.READER : Side.WRITER, failure.failure());
        } catch (SluiceException | IOException failure) {
            throw new StepFailure(Side.WRITER, failure);
        }
    }

    private static Conversion plan(Job job, Schema source, Schema target) {
        if (source.size() != target.size()) {
            throw new SluiceException(
                    CommonError.COLUMN_COUNT,
                    "The source has " + source.size() + " columns, the target " + target.size());
        }
        Conversion conversion = Conversion.plan(
                source, target, job.settings().conversion(), job.writer().limits());
        List<String> impossible = conversion.impossible();
        if (!impossible.isEmpty()) {
            throw new SluiceException(EngineError.TYPES_NOT_CONVERTIBLE, String.join("; ", impossible));
        }
        return conversion;
    }

    /** Logs the result. @throws StepFailure VERIFY_DIFFERENT when the sides are not equal */
    static void require(VerifyResult result, RunLog log) throws StepFailure {
        for (Difference one : result.differences()
                .subList(0, Math.min(LOGGED, result.differences().size()))) {
            log.warn(line(one));
        }
        if (!result.equal()) {
            throw new StepFailure(Side.WRITER, new SluiceException(EngineError.VERIFY_DIFFERENT, summary(result)));
        }
        log.info(summary(result));
    }

    static String line(Difference one) {
        String key = one.key().stream()
                .map(value -> value.column() + " = " + value.value())
                .collect(Collectors.joining(", "));
        return switch (one.kind()) {
            case MISSING -> "Missing in the target: " + key;
            case ADDITIONAL -> "Only in the target: " + key;
            case DIFFERENT -> "Different: " + key + " in " + String.join(", ", one.columns());
        };
    }

    static String summary(VerifyResult result) {
        String unfit = result.unfitRows() == 0
                ? ""
                : String.format(Locale.ROOT, "; %,d more do not fit the target", result.unfitRows());
        if (result.equal()) {
            return String.format(Locale.ROOT, "Source and target are equal: %,d rows%s", result.sourceRows(), unfit);
        }
        String counts = String.format(
                Locale.ROOT,
                "The target differs from the source: %,d rows of %,d%s",
                result.targetRows(),
                result.sourceRows(),
                unfit);
        if (!result.keyed()) {
            return counts + "; without a key it cannot be said which";
        }
        return counts
                + String.format(
                        Locale.ROOT,
                        "; %s%,d missing, %,d additional, %,d different",
                        result.complete() ? "" : "at least ",
                        result.missing(),
                        result.additional(),
                        result.different());
    }
}
