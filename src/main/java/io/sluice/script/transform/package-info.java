/** What steps of category {@code map} are told, each kind a typed record. */
@NullMarked
package io.sluice.script.transform;

import org.jspecify.annotations.NullMarked;
