package io.sluice.fault;

import io.sluice.fault.Fault.Moment;
import io.sluice.fault.Fault.Step;
import io.sluice.fault.Scene.Level;
import io.sluice.fault.Scene.TargetSystem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The faults that are most likely to lose or repeat rows; {@link EveryFaultTest} has them all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SomeFaultsTest {
    private FaultCases cases;

    @BeforeAll
    void makesTheSource() {
        cases = new FaultCases();
    }

    static List<FaultCases.Case> some() {
        return FaultCases.all().stream().filter(SomeFaultsTest::isLikely).toList();
    }

    /** A process that dies costs a second, so each level dies once or twice on one system. */
    private static boolean isLikely(FaultCases.Case one) {
        Fault fault = one.fault();
        boolean afterCommit = fault.step() == Step.COMMIT && fault.moment() == Moment.AFTER;
        boolean usual =
                one.system() == (one.level() == Level.PROGRESS ? TargetSystem.POSTGRESQL : TargetSystem.MARIADB);
        return switch (fault.kind()) {
            case HALT ->
                one.level() == Level.STAGING && fault.step() == Step.RENAME && fault.moment() == Moment.AFTER
                        || one.level() == Level.FILES && fault.step() == Step.RENAME
                        || usual && afterCommit;
            case RESET -> afterCommit || usual && fault.step() == Step.BATCH;
            case EXCEPTION -> afterCommit || fault.step() == Step.PUBLISH;
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("some")
    void nothingIsLostAndNothingTwiceBeyondThePromise(FaultCases.Case one, @TempDir Path home) throws Exception {
        cases.run(one, home);
    }
}
