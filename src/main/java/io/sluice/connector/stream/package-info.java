/** The connector for tests: a generator of rows and a target that forgets or prints them. */
@NullMarked
package io.sluice.connector.stream;

import org.jspecify.annotations.NullMarked;
