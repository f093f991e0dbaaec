/** Keeps who did what and who was refused what, for good: entries are added and read, never changed. */
@NullMarked
package io.sluice.audit;

import org.jspecify.annotations.NullMarked;
