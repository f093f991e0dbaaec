package io.sluice.studio.ui;

import io.sluice.datasource.DataSourceService;
import io.sluice.run.DifferenceService;
import io.sluice.run.DirtyService;
import io.sluice.run.RunService;
import io.sluice.run.ui.ThroughputHistory;
import io.sluice.studio.StudioService;
import io.sluice.studio.ui.assist.ScriptAssistant;
import io.sluice.studio.ui.assist.ScriptGuide;
import io.sluice.studio.ui.form.FormServices;
import org.springframework.stereotype.Component;

/** The services the studio works with. */
@Component
record StudioServices(
        StudioService studio,
        TreeChanges tree,
        RunService runs,
        DirtyService dirty,
        DifferenceService differences,
        DataSourceService dataSources,
        TaskScripts scripts,
        ThroughputHistory throughput,
        FormServices form,
        JobFileServices jobFiles,
        ScriptAssistant assistant,
        ScriptGuide guide) {}
