package io.sluice.jobfile;

import java.util.List;

/**
 * A file that can leave, and what was said on the way.
 *
 * @param name as a browser keeps it
 * @param content empty when there is nothing to export
 * @param tasks how many tasks are in it
 * @param remarks by task
 */
@SuppressWarnings("ArrayRecordComponent")
public record ExportedFile(String name, byte[] content, int tasks, List<TaskRemark> remarks) {
    public ExportedFile {
        remarks = List.copyOf(remarks);
    }

    /** A remark on one task. */
    public record TaskRemark(String task, Remark remark) {}
}
