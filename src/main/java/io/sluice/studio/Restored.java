package io.sluice.studio;

/**
 * What became of undoing a deletion.
 *
 * @param tasks how many tasks are back
 * @param folders how many flows and folders are back
 * @param renamed how many have another name, since theirs was taken meanwhile
 * @param elsewhere how many came back further up, since the folder they were in was deleted meanwhile
 * @param left how many did not come back, since their business flow was deleted meanwhile; undoing that deletion and
 *     then this one again brings them back
 */
public record Restored(int tasks, int folders, int renamed, int elsewhere, int left) {}
