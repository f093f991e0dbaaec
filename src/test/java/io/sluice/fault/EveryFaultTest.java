package io.sluice.fault;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault at every step of every level; part of the profile {@code faults} alone, as it takes minutes. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFaultTest {
    private FaultCases cases;

    @BeforeAll
    void makesTheSource() {
        cases = new FaultCases();
    }

    static List<FaultCases.Case> all() {
        String only = System.getProperty("only", "");
        return FaultCases.all().stream()
                .filter(one -> one.toString().contains(only))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void nothingIsLostAndNothingTwiceBeyondThePromise(FaultCases.Case one, @TempDir Path home) throws Exception {
        cases.run(one, home);
    }
}
