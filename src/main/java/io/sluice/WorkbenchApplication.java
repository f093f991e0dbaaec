package io.sluice;

import java.io.ObjectInputFilter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The workbench: the web application over the services. */
@SpringBootApplication
public class WorkbenchApplication {
    /** Starts the workbench and returns; its own threads keep the process alive. */
    public static void start(String[] arguments) {
        hardenRuntime();
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

    private static void setUnlessGiven(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
