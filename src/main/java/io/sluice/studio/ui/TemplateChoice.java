package io.sluice.studio.ui;

/**
 * What a template is made for.
 *
 * @param source name of the source's data source; empty when its type needs none
 * @param target name of the target's data source; empty when its type needs none
 */
record TemplateChoice(String sourceType, String source, String targetType, String target) {
    boolean complete() {
        return !sourceType.isEmpty() && !targetType.isEmpty();
    }
}
