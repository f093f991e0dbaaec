package io.sluice.run;

import org.springframework.stereotype.Component;

/** What the store has of runs that are not ended. */
@Component
record RunStore(RunRepository runs, WaitingRunRepository waiting, LogRepository lines) {}
