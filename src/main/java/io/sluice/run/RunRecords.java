package io.sluice.run;

import org.springframework.stereotype.Component;

/** What is written down of runs while they go on: their log and progress in the store, their checkpoints in files. */
@Component
record RunRecords(RunJournal journal, RunCheckpoints checkpoints) {}
