package io.sluice.jobfile.ui;

import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.sluice.jobfile.GivenFile;
import io.sluice.jobfile.GivenJobs;
import java.io.IOException;
import java.util.function.Consumer;

/** Takes files from a browser into memory, none larger than the limit whatever the browser says of its size. */
final class JobUpload implements UploadHandler {
    private final transient Consumer<GivenFile> taken;

    JobUpload(Consumer<GivenFile> taken) {
        this.taken = taken;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        byte[] content = event.getInputStream().readNBytes(GivenJobs.LARGEST_UPLOAD + 1);
        if (content.length > GivenJobs.LARGEST_UPLOAD) {
            event.reject();
            return;
        }
        GivenFile file = new GivenFile(event.getFileName(), content);
        event.getUI().access(() -> taken.accept(file));
    }

    @Override
    public long getFileSizeMax() {
        return GivenJobs.LARGEST_UPLOAD;
    }

    @Override
    public long getRequestSizeMax() {
        return GivenJobs.LARGEST_UPLOAD + (1L << 16);
    }
}
