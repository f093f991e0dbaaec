/** Provokes faults at every step of a run and checks what is left (cases/faults.md). */
@NullMarked
package io.sluice.fault;

import org.jspecify.annotations.NullMarked;
