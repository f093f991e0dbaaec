package io.sluice.studio.ui;

import io.sluice.jobfile.JobExport;
import io.sluice.jobfile.JobImport;
import org.springframework.stereotype.Component;

/** The services through which job files come in and go out. */
@Component
record JobFileServices(JobImport imports, JobExport exports) {}
