package io.sluice.studio.ui.form;

import io.sluice.engine.preview.Sample;
import java.time.Instant;
import java.util.List;

/** How far the loading of sample rows is. */
sealed interface SampleState {
    record Idle() implements SampleState {}

    record Loading() implements SampleState {}

    record Shown(Sample sample, Instant at) implements SampleState {}

    /** @param code may be empty @param advice what to do; may be empty */
    record Problem(String title, String code, String cause, String advice) implements SampleState {}

    /** Parameters of the script have no value yet. */
    record Missing(List<String> names) implements SampleState {
        public Missing {
            names = List.copyOf(names);
        }
    }
}
