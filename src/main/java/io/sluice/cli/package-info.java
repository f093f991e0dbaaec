/** The command line: run, check and convert job files, without any of the workbench. */
@NullMarked
package io.sluice.cli;

import org.jspecify.annotations.NullMarked;
