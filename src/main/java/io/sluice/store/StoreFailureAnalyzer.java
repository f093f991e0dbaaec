package io.sluice.store;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on the console why the workbench does not start, instead of how the store was asked for. */
final class StoreFailureAnalyzer extends AbstractFailureAnalyzer<StoreUnusableException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, StoreUnusableException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
