package io.sluice.connector.mysql;

import io.sluice.spi.config.ConfigValue;

/** The contract with one row to a statement. */
class MysqlSingleRowContractTest extends MysqlWriterContractTest {
    @Override
    protected ConfigValue.Obj step(String... columns) {
        return super.step(columns).with("loadMethod", "singleRow");
    }
}
