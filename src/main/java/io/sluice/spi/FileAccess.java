package io.sluice.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Decides which files a task may touch. In the workbench only those inside configured roots; on the command line
 * whatever the operating system allows.
 */
public interface FileAccess {
    /**
     * The real path of an existing file or folder. A relative path is resolved against the first root.
     *
     * @throws io.sluice.spi.error.SluiceException PATH_DENIED when it lies outside the roots, also through links
     */
    Path existing(String path) throws IOException;

    /**
     * The path of a file or folder that may not exist yet; its nearest existing parent is checked.
     *
     * @throws io.sluice.spi.error.SluiceException PATH_DENIED as for {@link #existing}
     */
    Path target(String path) throws IOException;

    /** Roots for messages; empty when access is not restricted. */
    List<Path> roots();
}
