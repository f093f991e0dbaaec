package io.sluice;

import java.io.IOException;

/** What Spring Boot's loader starts: the workbench, its classes found by {@link NestedClassLoader}. */
public final class PackagedWorkbench {
    private PackagedWorkbench() {}

    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        ClassLoader loader = NestedClassLoader.behind(PackagedWorkbench.class);
        Thread.currentThread().setContextClassLoader(loader);
        Class.forName("io.sluice.WorkbenchApplication", true, loader)
                .getMethod("start", String[].class)
                .invoke(null, (Object) arguments);
    }
}
