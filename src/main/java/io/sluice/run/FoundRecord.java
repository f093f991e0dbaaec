package io.sluice.run;

import io.sluice.engine.DirtyRecord;

/** A dirty record on its way into the store. @param sequence counts the records of the run, from 1 @param shape number of its shape */
record FoundRecord(long sequence, int shape, DirtyRecord record) {}
