/** Tests of the audit trail on every store it is kept in. */
@NullMarked
package io.sluice.audit;

import org.jspecify.annotations.NullMarked;
