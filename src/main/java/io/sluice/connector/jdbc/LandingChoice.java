package io.sluice.connector.jdbc;

import io.sluice.spi.config.Field;

/** The parameters that choose how rows get into a table of a server. */
public record LandingChoice(
        @Field(
                label = "Load mode",
                help = "Whether rows go straight into the table or into a staging table that replaces its content.",
                byDefault = "direct",
                advanced = true)
        LoadMode loadMode,

        @Field(
                label = "Progress in the target",
                help =
                        "Keeps the progress of each batch in the table sluice_progress beside the target, so that no batch"
                                + " is ever written twice; creates the table when it is missing.",
                byDefault = "false",
                advanced = true)
        boolean progressTable) {
    /** @param tables how the server makes what stands beside the target */
    public Landing in(TargetTables tables) {
        return switch (loadMode) {
            case STAGING -> new Landing.Staging(tables);
            case DIRECT -> progressTable ? new Landing.WithProgress(tables) : new Landing.Append();
        };
    }
}
