/** Tests of who may do what in a workspace. */
@NullMarked
package io.sluice.workspace;

import org.jspecify.annotations.NullMarked;
