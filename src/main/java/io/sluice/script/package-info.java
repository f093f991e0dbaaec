/** The job script: a lossless document, its typed view, validation, parameters and the dialects of older tools. */
@NullMarked
package io.sluice.script;

import org.jspecify.annotations.NullMarked;
