package io.sluice.studio.ui;

import io.sluice.studio.Presence;
import io.sluice.studio.VersionService;
import org.springframework.stereotype.Component;

/** The services for what several people do to one task. */
@Component
record TeamServices(VersionService versions, Presence presence) {}
