package io.sluice.engine;

import io.sluice.spi.Connector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;

/** The connectors of this installation. */
public final class Connectors {
    private final List<Connector> all;

    public Connectors(List<Connector> all) {
        List<Connector> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(Connector::id));
        this.all = List.copyOf(sorted);
    }

    /** Finds the connectors on the class path. */
    public static Connectors load() {
        List<Connector> found = new ArrayList<>();
        ServiceLoader.load(Connector.class, Connectors.class.getClassLoader()).forEach(found::add);
        return new Connectors(found);
    }

    /** All connectors by id. */
    public List<Connector> all() {
        return all;
    }

    /** The connector of a step type or data source type, whatever its case; aliases included. */
    public Optional<Connector> find(String type) {
        String wanted = type.toLowerCase(Locale.ROOT);
        return all.stream().filter(one -> goesBy(one, wanted)).findFirst();
    }

    private static boolean goesBy(Connector connector, String wanted) {
        return connector.id().equals(wanted)
                || connector.aliases().stream().anyMatch(alias -> alias.equalsIgnoreCase(wanted));
    }
}
