package io.sluice.studio.ui;

import io.sluice.datasource.DataSourceService;
import io.sluice.run.RunService;
import io.sluice.run.ui.ThroughputHistory;
import io.sluice.studio.StudioService;
import io.sluice.studio.ui.form.FormServices;
import org.springframework.stereotype.Component;

/** The services the studio works with. */
@Component
record StudioServices(
        StudioService studio,
        RunService runs,
        DataSourceService dataSources,
        TaskScripts scripts,
        ThroughputHistory throughput,
        FormServices form,
        JobFileServices jobFiles) {}
