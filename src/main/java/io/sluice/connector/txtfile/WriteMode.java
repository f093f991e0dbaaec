package io.sluice.connector.txtfile;

import io.sluice.spi.config.Option;

/** What happens to files that earlier runs wrote under the same name. */
enum WriteMode {
    @Option(label = "Truncate", help = "Replaces the files of earlier runs when the new ones are complete.")
    TRUNCATE,
    @Option(label = "Append", help = "Keeps them and adds files with the next free numbers.")
    APPEND,
    @Option(label = "Refuse to overwrite", help = "Fails before the first row when there are any.")
    NON_CONFLICT
}
