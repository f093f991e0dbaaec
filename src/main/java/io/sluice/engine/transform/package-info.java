/** What happens to records between reader and writer, batch by batch. */
@NullMarked
package io.sluice.engine.transform;

import org.jspecify.annotations.NullMarked;
