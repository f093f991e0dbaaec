/** Toolkit for connectors of files: finding, opening and publishing them, compression, character sets and times as text. */
@NullMarked
package io.sluice.connector.file;

import org.jspecify.annotations.NullMarked;
