package io.sluice.spi;

import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.ConfigSpec;
import java.util.List;

/** Describes a reader's parameters and makes readers of them. */
public interface ReaderFactory<C extends Record> {
    ConfigSpec<C> config();

    /** What is wrong with parameters that each are legal, such as a table beside a query; needs no connection. */
    default List<ConfigProblem> check(C config) {
        return List.of();
    }

    /** What is made of dates that no other system knows; needs no connection. */
    default Unrepresentable.ZeroDate zeroDate(C config) {
        return new Unrepresentable.ZeroDate.Dirty();
    }

    /** Whether another attempt may go on reading where one before has ended; needs no connection. */
    default boolean goesOn(C config) {
        return true;
    }

    Reader<?> create(C config, TaskContext context) throws Exception;
}
