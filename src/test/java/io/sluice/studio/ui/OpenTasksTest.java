package io.sluice.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.studio.Draft;
import io.sluice.studio.Task;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpenTasksTest {
    private final OpenTasks tasks = new OpenTasks();

    @Test
    void opensBehindTheTaskInFront() {
        OpenTask orders = opened("orders");
        OpenTask users = opened("users");
        tasks.activate(orders);
        OpenTask products = opened("products");
        assertThat(tasks.all()).containsExactly(orders, products, users);
    }

    @Test
    void keepsTheOrderOfTabsThatAreRestored() {
        OpenTask orders = opened("orders");
        OpenTask users = opened("users");
        OpenTask products = opened("products");
        OpenTask fresh = opened("fresh");
        tasks.arrange(List.of(products.id(), orders.id(), UUID.randomUUID(), users.id()));
        assertThat(tasks.all()).containsExactly(products, orders, users, fresh);
        assertThat(tasks.active()).isSameAs(fresh);
    }

    @Test
    void bringsTheRightNeighbourToTheFrontWhenTheFrontCloses() {
        OpenTask orders = opened("orders");
        OpenTask users = opened("users");
        tasks.activate(orders);
        tasks.close(orders);
        assertThat(tasks.active()).isSameAs(users);
    }

    @Test
    void bringsTheLeftNeighbourToTheFrontWhenTheLastTabCloses() {
        OpenTask orders = opened("orders");
        OpenTask users = opened("users");
        tasks.close(users);
        assertThat(tasks.active()).isSameAs(orders);
    }

    @Test
    void keepsTheFrontWhenAnotherTabCloses() {
        OpenTask orders = opened("orders");
        OpenTask users = opened("users");
        tasks.close(orders);
        assertThat(tasks.active()).isSameAs(users);
    }

    @Test
    void isDirtyOnlyWhileTheTextDiffersFromTheStoredOne() {
        OpenTask task = opened("orders");
        task.edit("{ }");
        assertThat(task.dirty()).isTrue();
        task.edit("{}");
        assertThat(task.dirty()).isFalse();
    }

    @Test
    void goesOnWithADraftOnTheRevisionItWasBasedOn() {
        OpenTask task = opened("orders");
        task.resume(new Draft("{ draft }", 3, Instant.EPOCH));
        assertThat(task.text()).isEqualTo("{ draft }");
        assertThat(task.revision()).isEqualTo(3);
        assertThat(task.dirty()).isTrue();
    }

    private OpenTask opened(String name) {
        OpenTask task = new OpenTask(new Task(
                UUID.randomUUID(), name, List.of("shop"), "{}", 7, "Lin Chen", Instant.parse("2026-11-20T12:00:00Z")));
        tasks.add(task);
        tasks.activate(task);
        return task;
    }
}
