/** Tests of file. */
@NullMarked
package io.sluice.connector.file;

import org.jspecify.annotations.NullMarked;
