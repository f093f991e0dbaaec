package io.sluice.spi.error;

import static io.sluice.spi.error.Category.CONFIGURATION;
import static io.sluice.spi.error.Category.DATA;
import static io.sluice.spi.error.Category.EXTERNAL;
import static io.sluice.spi.error.Category.INTERNAL;
import static io.sluice.spi.error.Category.TRANSIENT;

/** Failures that every connector can meet, so that users learn one word for one thing. */
public enum CommonError implements ErrorCode {
    PARAMETER_INVALID(CONFIGURATION, "Correct the parameter in the task."),
    DATA_SOURCE_UNKNOWN(CONFIGURATION, "Create the data source or correct its name in the task."),
    DATA_SOURCE_WRONG_TYPE(CONFIGURATION, "Choose a data source of the step's type."),
    CONN_PROP_DENIED(CONFIGURATION, "Remove the property; only properties of the allow-list are passed to a driver."),
    HOST_INVALID(CONFIGURATION, "Enter a host name or an IP address without any other text."),
    PATH_DENIED(CONFIGURATION, "Choose a path inside one of the configured file roots."),
    COLUMN_COUNT(CONFIGURATION, "Give reader and writer the same number of columns."),
    NOT_SUPPORTED(CONFIGURATION, "Choose another setting; this connector does not offer it."),
    VALUE_OUT_OF_RANGE(DATA, "Widen the target column or filter the rows."),
    VALUE_MISSING(DATA, "Give the column a value, or let the target column hold NULL."),
    VALUE_NOT_CONVERTIBLE(DATA, "Correct the value at the source or choose another target type."),
    CONNECTION_LOST(TRANSIENT, "Run again; check the network and the server's log when it repeats."),
    FENCED(EXTERNAL, "Nothing needs to be done: a later attempt at this load has taken over."),
    CANCELLED(
            EXTERNAL,
            "Somebody ended the statement, or a time limit of the server did (statement_timeout, max_statement_time, max_execution_time): raise it, or read smaller parts. Then resume the run."),
    READ_FAILED(EXTERNAL, "See the cause in the log."),
    WRITE_FAILED(EXTERNAL, "See the cause in the log."),
    INTERNAL_ERROR(INTERNAL, "Report it with the run's log.");

    private final Category category;
    private final String advice;

    CommonError(Category category, String advice) {
        this.category = category;
        this.advice = advice;
    }

    @Override
    public Category category() {
        return category;
    }

    @Override
    public String advice() {
        return advice;
    }
}
