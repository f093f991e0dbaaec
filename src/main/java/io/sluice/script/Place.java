package io.sluice.script;

/**
 * A range of characters of a script as an editor counts: lines and columns from 1, a column being one UTF-16 unit.
 *
 * @param endColumn column behind the last character
 */
public record Place(int line, int column, int endLine, int endColumn) {}
