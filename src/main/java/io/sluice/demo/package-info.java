/** The workspace of a first start: a small shop to copy from and to, and two tasks that run at once. */
@NullMarked
package io.sluice.demo;

import org.jspecify.annotations.NullMarked;
