package io.sluice.workspace;

/**
 * What has to be there before the first request: phases of Spring's lifecycle, all in front of the web server's, so that
 * nobody finds a product without its workspace or is asked to set up what the environment has set up.
 */
public final class StartOrder {
    public static final int WORKSPACE = 0;

    /** Owns the workspace, which therefore comes first. */
    public static final int ADMINISTRATOR = 1;

    private StartOrder() {}
}
