package io.sluice.script;

/**
 * An edit that cures a problem.
 *
 * @param cure what it does, for the menu of an editor
 * @param place characters to replace; empty to insert
 * @param replacement what comes in their place
 */
public record Repair(Cure cure, Place place, String replacement) {}
