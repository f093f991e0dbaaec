package io.sluice.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Describes commands to picocli without annotations, which take longer to be read than many a small job takes to run. */
final class Described {
    /** Makes what collects the values of an option. Picocli's own factory looks for Groovy in every library. */
    static final IFactory FACTORY = new IFactory() {
        @Override
        public <K> K create(Class<K> type) {
            if (type == Map.class) {
                return type.cast(new LinkedHashMap<>());
            }
            if (type == List.class) {
                return type.cast(new ArrayList<>());
            }
            throw new IllegalArgumentException("No command needs " + type);
        }
    };

    private Described() {}

    /** A command that can also be asked for help and for the version. */
    static CommandSpec command(Object command, String name, String description) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command, FACTORY)
                .name(name)
                .version(SluiceCommand.VERSION)
                .addOption(OptionSpec.builder("-h", "--help")
                        .type(boolean.class)
                        .usageHelp(true)
                        .description("Show this help message and exit.")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .type(boolean.class)
                        .versionHelp(true)
                        .description("Print version information and exit.")
                        .build());
        spec.usageMessage().description(description);
        return spec;
    }

    /** The one thing a command is about, by the place of a file or folder. */
    static PositionalParamSpec subject(String label, String description) {
        return PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .required(true)
                .type(Path.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    static OptionSpec file(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(Path.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(description)
                .build();
    }
}
