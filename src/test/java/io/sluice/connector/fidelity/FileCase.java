package io.sluice.connector.fidelity;

import io.sluice.testing.MariaDbServer;
import java.util.List;

/**
 * One value that goes to a file and comes back.
 *
 * @param declared the types the file's reader may be told, one after the other
 * @param text what stands in the file; {@link FidelityCase#DIRTY} when the value cannot be read from the source
 * @param shown an expression on {@code v} by which the server shows the value, before and after
 */
record FileCase(String name, String type, String literal, List<String> declared, String text, String shown) {
    FileCase {
        declared = List.copyOf(declared);
    }

    /** Name, type, literal, declared types, text in the file, shown; signs for line ends and tabs are pictures. */
    static List<FileCase> load(String resource) {
        return FidelityCase.lines(resource).stream()
                .map(fields -> new FileCase(
                        fields.get(0),
                        fields.get(1),
                        fields.get(2),
                        List.of(fields.get(3).split("/")),
                        fields.get(4).replace('␊', '\n').replace('␍', '\r').replace('␉', '\t'),
                        FidelityCase.or(fields.get(5), "v")))
                .filter(one -> !resource.startsWith("mariadb") || FidelityCase.known(one.type()))
                .map(one -> resource.startsWith("mariadb") && MariaDbServer.isMySql() ? one.inMySql() : one)
                .toList();
    }

    private FileCase inMySql() {
        String other = FidelityCase.inMySql(List.of(name, type, literal, "file"), text);
        return new FileCase(name, type, literal, declared, other, shown);
    }

    /** The same value from one table to another. */
    FidelityCase asCopy() {
        String expected = text.equals(FidelityCase.DIRTY) ? FidelityCase.DIRTY : "";
        return new FidelityCase(name, type, literal, "v", type, shown, expected);
    }

    @Override
    public String toString() {
        return name + " " + type + " " + (literal.length() > 100 ? literal.substring(0, 100) + "…" : literal);
    }
}
