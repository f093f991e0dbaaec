package io.sluice.studio.ui;

import com.vaadin.flow.component.page.WebStorage;
import io.sluice.workspace.Member;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which tasks were open, kept in the browser for the member and the workspace. */
final class OpenTabsMemory {
    /** What was open, and what was in front. */
    record Known(List<UUID> open, @Nullable UUID front) {}

    private static final String NONE = "-";

    private final String key;
    private String kept = "";
    private boolean recalled;

    OpenTabsMemory(Member member) {
        key = "sluice.open." + member.workspaceId() + "." + member.userId();
    }

    /** Hands over what was kept, once the browser has answered. */
    void recall(Consumer<Known> taker) {
        WebStorage.getItem(key, text -> {
            recalled = true;
            taker.accept(text == null ? new Known(List.of(), null) : read(text));
        });
    }

    /** Keeps what is open now; nothing before what was kept has been recalled. */
    void keep(OpenTasks tasks) {
        OpenTask front = tasks.active();
        String text = Stream.concat(
                        Stream.of(front == null ? NONE : front.id().toString()),
                        tasks.all().stream().map(task -> task.id().toString()))
                .collect(Collectors.joining(","));
        if (recalled && !text.equals(kept)) {
            kept = text;
            WebStorage.setItem(key, text);
        }
    }

    private static Known read(String text) {
        List<String> parts = Arrays.asList(text.split(","));
        List<UUID> open = parts.stream().skip(1).flatMap(OpenTabsMemory::id).toList();
        UUID front =
                parts.stream().limit(1).flatMap(OpenTabsMemory::id).findFirst().orElse(null);
        return new Known(open, front);
    }

    private static Stream<UUID> id(String text) {
        try {
            return Stream.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Stream.empty();
        }
    }
}
