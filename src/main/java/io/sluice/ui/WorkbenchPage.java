package io.sluice.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** What the one HTML page of the workbench loads: the base theme and our style sheets, in this order. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("themes/sluice/tokens.css")
@StyleSheet("themes/sluice/vaadin.css")
@StyleSheet("themes/sluice/icons.css")
@StyleSheet("themes/sluice/components.css")
@StyleSheet("themes/sluice/shell.css")
@StyleSheet("themes/sluice/entrance.css")
@StyleSheet("themes/sluice/datasources.css")
@StyleSheet("themes/sluice/studio.css")
@StyleSheet("themes/sluice/form.css")
@StyleSheet("themes/sluice/editor.css")
@StyleSheet("themes/sluice/versions.css")
@StyleSheet("themes/sluice/mapping.css")
@StyleSheet("themes/sluice/processing.css")
@StyleSheet("themes/sluice/import.css")
@StyleSheet("themes/sluice/run.css")
@StyleSheet("themes/sluice/differences.css")
public class WorkbenchPage implements AppShellConfigurator {
    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Sluice");
        settings.setViewport("width=device-width, initial-scale=1");
        settings.addFavIcon("icon", "themes/sluice/logo.svg", "any");
    }
}
