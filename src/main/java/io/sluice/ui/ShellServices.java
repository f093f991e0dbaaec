package io.sluice.ui;

import io.sluice.run.RunService;
import io.sluice.workspace.WorkspaceService;
import java.util.List;
import org.springframework.stereotype.Component;

/** The services the shell works with. */
@Component
record ShellServices(WorkspaceService workspaces, RunService runs, Pulse pulse, List<PaletteSource> palette) {
    ShellServices {
        palette = List.copyOf(palette);
    }
}
