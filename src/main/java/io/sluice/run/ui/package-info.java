/** Runs on the screen: progress, throughput, pipeline, log and history. */
@NullMarked
package io.sluice.run.ui;

import org.jspecify.annotations.NullMarked;
