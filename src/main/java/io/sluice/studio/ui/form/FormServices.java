package io.sluice.studio.ui.form;

import io.sluice.datasource.DataSourceService;
import io.sluice.datasource.LiveCatalog;
import io.sluice.datasource.TableCreation;
import io.sluice.datasource.TableWidening;
import io.sluice.engine.Connectors;
import io.sluice.run.SampleService;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the sections of a form work with. */
@Component
public record FormServices(
        DataSourceService dataSources,
        LiveCatalog catalog,
        TableCreation tables,
        TableWidening widening,
        Connectors connectors,
        SampleService samples) {
    List<FormSection> sections(TaskEditing editing) {
        return List.of(
                new EndsSection(editing, this),
                new MappingSection(editing, this),
                new ProcessingSection(editing, this),
                new ChannelSection(editing, this),
                new ScheduleSection());
    }
}
