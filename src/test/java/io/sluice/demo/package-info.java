/** Tests of the workspace of a first start. */
@NullMarked
package io.sluice.demo;

import org.jspecify.annotations.NullMarked;
