package io.sluice.spi;

/** A writer that can remove what a load has left in its target that nobody will go on with. */
public interface SupportsDiscard {
    /**
     * Removes what the load of {@link TaskContext#attempt} has left: its rows in tables of ours and what carries its
     * name, or the name of a file in the making; never anything of a user. Called instead of {@link Writer#prepare}, also
     * when nothing is left, and again after it failed half-way.
     *
     * @throws Exception when somebody uses it still; does not wait for more than a few seconds
     */
    void discard() throws Exception;
}
