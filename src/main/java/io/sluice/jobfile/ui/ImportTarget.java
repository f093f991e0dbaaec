package io.sluice.jobfile.ui;

import com.vaadin.flow.dom.Element;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an import was asked for.
 *
 * @param folder flow, section or folder that the tasks come below
 * @param place names from the flow down to it
 * @param text what was pasted or dropped there; empty when nothing
 * @param dropped element whose {@code takeFiles()} gives the files that were dropped there; null when none were
 */
public record ImportTarget(
        UUID folder, String place, String text, @Nullable Element dropped) {}
