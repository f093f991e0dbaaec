package io.sluice.cli;

import io.sluice.engine.DataSources;
import io.sluice.engine.NamedSource;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.config.ConfigValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The data sources a job on the command line may name. */
final class SourceFile implements DataSources {
    private final Map<String, NamedSource> sources = new LinkedHashMap<>();

    /** @param file an object of data sources by name, or null for none */
    static SourceFile read(@Nullable Path file) throws IOException, InvalidInput {
        SourceFile all = new SourceFile();
        if (file == null) {
            return all;
        }
        if (!Files.isReadable(file)) {
            throw new InvalidInput("The data source file " + file + " cannot be read");
        }
        ScriptDocument document = ScriptDocument.parse(Files.readString(file));
        ConfigValue root = document.read(io.sluice.script.Path.ROOT).orElse(ConfigValue.Obj.EMPTY);
        if (!document.readable() || !(root instanceof ConfigValue.Obj object)) {
            throw new InvalidInput("The data source file " + file + " is no JSON object");
        }
        for (Map.Entry<String, ConfigValue> entry : object.entries().entrySet()) {
            if (!(entry.getValue() instanceof ConfigValue.Obj settings)
                    || !(settings.find("type").orElse(null) instanceof ConfigValue.Text type)) {
                throw new InvalidInput("Data source '" + entry.getKey() + "' in " + file + " has no type");
            }
            all.add(new NamedSource(entry.getKey(), type.value(), settings.without("type")));
        }
        return all;
    }

    void add(NamedSource source) {
        sources.put(source.name(), source);
    }

    void addAll(Collection<NamedSource> more) {
        more.forEach(this::add);
    }

    List<NamedSource> all() {
        return List.copyOf(sources.values());
    }

    Map<String, String> types() {
        return sources.values().stream().collect(Collectors.toMap(NamedSource::name, NamedSource::type));
    }

    @Override
    public Optional<NamedSource> find(String name) {
        return Optional.ofNullable(sources.get(name));
    }
}
