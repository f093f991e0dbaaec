package io.sluice.spi;

import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.ConfigSpec;
import java.util.List;

/** Describes a writer's parameters and makes writers of them. */
public interface WriterFactory<C extends Record> {
    ConfigSpec<C> config();

    /** What is wrong with parameters that each are legal; needs no connection. */
    default List<ConfigProblem> check(C config) {
        return List.of();
    }

    /** What a writer with these parameters promises; needs no connection. */
    default Guarantee guarantee(C config) {
        return Guarantee.AT_LEAST_ONCE;
    }

    /** What is done with values that the target cannot hold; needs no connection. */
    default Unrepresentable unrepresentable(C config) {
        return Unrepresentable.DIRTY;
    }

    Writer<?> create(C config, TaskContext context) throws Exception;
}
