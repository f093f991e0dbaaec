package io.sluice.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import io.sluice.workspace.Member;
import io.sluice.workspace.Role;
import io.sluice.workspace.WorkspaceService;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells the person at a screen that they have another role now, and lets the screen offer what that allows. What was typed
 * stays, to be looked at and copied; what a dialog still offers is refused by the services.
 */
final class RoleWatch {
    private static final String LEAVE_FIELD = "document.activeElement?.blur?.(); return ''";

    private final UI screen;
    private final RoleAware layout;
    private final WorkspaceService workspaces;
    private Member member;
    private @Nullable Role told;

    /** While a screen is on its way to another role, what its fields ask for of themselves is refused unsaid. */
    private boolean following;

    private @Nullable Notification notice;
    private @Nullable Notification refusal;

    private RoleWatch(UI screen, RoleAware layout, Member member, WorkspaceService workspaces) {
        this.screen = screen;
        this.layout = layout;
        this.member = member;
        this.workspaces = workspaces;
        this.told = member.role();
    }

    /** Looks after the screen from now on, each time {@code pulse} asks. */
    static void over(MainLayout layout, UI screen, Member member, ShellServices services) {
        RoleWatch watch = new RoleWatch(screen, layout, member, services.workspaces());
        ComponentUtil.setData(screen, RoleWatch.class, watch);
        services.pulse().follow(layout, screen, watch::look);
    }

    /** A service has just refused what this screen asked for. */
    static void denied(UI screen) {
        RoleWatch watch = ComponentUtil.getData(screen, RoleWatch.class);
        if (watch != null && !watch.following) {
            watch.look();
            watch.refuse();
        }
    }

    /** Once at a time, however often somebody tries. */
    private void refuse() {
        if (refusal == null || !refusal.isOpened()) {
            refusal = Toast.show(screen.getTranslation("notice.denied", roleName(screen, told)));
        }
    }

    /** A screen of a workspace that its visitor does not belong to any more is loaded anew, which ends it. */
    private void look() {
        Role now = workspaces.role(member.workspaceId(), member.userId()).orElse(null);
        if (now == told) {
            return;
        }
        told = now;
        if (notice != null) {
            notice.close();
        }
        if (now == null) {
            screen.getPage().reload();
        } else {
            member = member.as(now);
            notice = opened(now);
            // A field hands over what was typed into it when it is left; only then it may be closed to typing.
            following = true;
            screen.getPage().executeJs(LEAVE_FIELD).then(String.class, left -> follow(), failed -> follow());
        }
    }

    private void follow() {
        following = false;
        layout.become(member);
    }

    private Notification opened(Role now) {
        Span sentence = new Span(screen.getTranslation("notice.role", roleName(screen, now)));
        Notification shown = new Notification();
        Button close = new Button(screen.getTranslation("shell.close"), click -> shown.close());
        close.addThemeNames("small");
        Div line = new Div(State.WARNING.glyph(), sentence, close);
        line.addClassNames("sl-row", "sl-rolenotice");
        shown.setPosition(Notification.Position.BOTTOM_CENTER);
        shown.setDuration(0);
        shown.setAssertive(true);
        shown.add(line);
        shown.open();
        return shown;
    }

    private static String roleName(UI screen, @Nullable Role role) {
        return role == null ? "" : screen.getTranslation("role." + role.name().toLowerCase(Locale.ROOT));
    }
}
