package io.sluice.studio.ui;

import io.sluice.studio.CopyService;
import io.sluice.studio.TreeService;
import org.springframework.stereotype.Component;

/** The services that change the tree. */
@Component
record TreeChanges(TreeService changes, CopyService copies) {}
