package io.sluice;

import java.io.ObjectInputFilter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The workbench: the web application over the services. */
@SpringBootApplication
public class WorkbenchApplication {
    private static final int CARRIERS = 16;

    /** Starts the workbench and returns; its own threads keep the process alive. */
    public static void start(String[] arguments) {
        hardenRuntime();
        shareProcessors();
        MemoryWatch.begin();
        SpringApplication.run(WorkbenchApplication.class, arguments);
    }

    /** Closes doors of the Java runtime and of H2 that nothing here uses; an operator's own setting stands. */
    private static void hardenRuntime() {
        setUnlessGiven("com.sun.jndi.ldap.object.trustURLCodebase", "false");
        setUnlessGiven("com.sun.jndi.rmi.object.trustURLCodebase", "false");
        setUnlessGiven("h2.serializeJavaObject", "false");
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter("!*"));
        }
    }

    /**
     * A screen is served by a virtual thread, and a computation, a name that is looked up or a locked file of SQLite keep
     * the thread that carries it: with one for each processor a few of them keep everybody waiting. An operator's own
     * setting stands.
     */
    static void shareProcessors() {
        int carriers = Math.max(CARRIERS, Runtime.getRuntime().availableProcessors());
        setUnlessGiven("jdk.virtualThreadScheduler.parallelism", Integer.toString(carriers));
    }

    private static void setUnlessGiven(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
