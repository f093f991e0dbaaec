package io.sluice.connector.file;

import io.sluice.spi.FileAccess;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Opens files whose path {@link FileAccess} has approved. Between approval and opening somebody may swap a folder for
 * a link; therefore each folder below the root is opened relative to its parent, and a link anywhere ends the attempt.
 */
public final class FileOpener {
    private final FileAccess files;

    public FileOpener(FileAccess files) {
        this.files = files;
    }

    /**
     * @param real an answer of {@link FileAccess#existing} or {@link FileAccess#target}
     * @throws SluiceException PATH_DENIED when a part of it has become a link
     */
    public FileChannel open(Path real, OpenOption... options) throws IOException {
        Set<OpenOption> all = new HashSet<>(Set.of(options));
        all.add(LinkOption.NOFOLLOW_LINKS);
        Optional<Path> root = files.roots().stream().filter(real::startsWith).findFirst();
        if (root.isEmpty()) {
            return FileChannel.open(real, all);
        }
        try (DirectoryStream<Path> folder = Files.newDirectoryStream(root.get())) {
            return folder instanceof SecureDirectoryStream<Path> secure
                    ? descend(secure, root.get().relativize(real), all)
                    : FileChannel.open(real, all);
        } catch (IOException failure) {
            if (goesThroughLink(real, root.get())) {
                throw new SluiceException(CommonError.PATH_DENIED, real + " is or goes through a link", failure);
            }
            throw failure;
        }
    }

    private static boolean goesThroughLink(Path real, Path root) {
        Path part = root;
        for (Path name : root.relativize(real)) {
            part = part.resolve(name);
            if (Files.isSymbolicLink(part)) {
                return true;
            }
        }
        return false;
    }

    private static FileChannel descend(SecureDirectoryStream<Path> folder, Path rest, Set<OpenOption> options)
            throws IOException {
        Path first = rest.getName(0);
        if (rest.getNameCount() > 1) {
            Path deeper = rest.subpath(1, rest.getNameCount());
            try (SecureDirectoryStream<Path> next = folder.newDirectoryStream(first, LinkOption.NOFOLLOW_LINKS)) {
                return descend(next, deeper, options);
            }
        }
        SeekableByteChannel channel = folder.newByteChannel(first, options);
        if (channel instanceof FileChannel file) {
            return file;
        }
        channel.close();
        throw new IOException("No file channel for " + first);
    }
}
