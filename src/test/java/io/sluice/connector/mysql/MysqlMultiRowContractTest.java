package io.sluice.connector.mysql;

import io.sluice.spi.config.ConfigValue;

/** The contract with several rows to a statement. */
class MysqlMultiRowContractTest extends MysqlWriterContractTest {
    @Override
    protected ConfigValue.Obj step(String... columns) {
        return super.step(columns).with("loadMethod", "multiRow");
    }
}
