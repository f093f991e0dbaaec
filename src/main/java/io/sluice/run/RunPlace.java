package io.sluice.run;

import java.util.UUID;

/** Which run, and where it belongs. */
record RunPlace(UUID workspace, UUID id) {}
