/** Values that break other tools (cases/fidelity.md), between every two systems and through every path. */
@NullMarked
package io.sluice.connector.fidelity;

import org.jspecify.annotations.NullMarked;
