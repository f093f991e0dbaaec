package io.sluice.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.component.shared.Tooltip.TooltipPosition;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.sluice.workspace.CurrentMember;
import io.sluice.workspace.Member;
import io.sluice.workspace.Workspace;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The frame of every screen: the rail at the left, the screen, the status bar. A view appears on the rail by carrying
 * {@link com.vaadin.flow.router.Menu} with the key of its title, the name of an {@link Icon} and its order.
 */
@PermitAll
@JsModule("context://sluice/regions.js")
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver, RoleAware {
    private final Main content = new Main();
    private final Map<Class<?>, RouterLink> links = new LinkedHashMap<>();

    private Member member;
    private final transient ShellServices services;
    private final UserMenu userMenu;
    private @Nullable HasElement screen;

    MainLayout(CurrentMember currentMember, ShellServices services, AuthenticationContext authentication) {
        addClassName("sl-shell");
        content.addClassName("sl-content");
        member = currentMember.require();
        this.services = services;
        userMenu = new UserMenu(member, authentication::logout);
        String workspace = services.workspaces().of(member.userId()).stream()
                .filter(one -> one.id().equals(member.workspaceId()))
                .map(Workspace::name)
                .findFirst()
                .orElse("");
        add(
                rail(workspace),
                content,
                new StatusBar(member, services.runs(), services.pulse()),
                new CommandPalette(new ShellEntries(() -> member, services.palette(), () -> screen)));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        RoleWatch.over(this, attached.getUI(), member, services);
    }

    @Override
    public void become(Member now) {
        member = now;
        userMenu.become(now);
        if (screen instanceof RoleAware aware) {
            aware.become(now);
        }
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement screen) {
        content.getElement().removeAllChildren();
        this.screen = screen;
        if (screen != null) {
            content.getElement().appendChild(screen.getElement());
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement screen) {
        if (screen != null) {
            screen.getElement().removeFromParent();
        }
        this.screen = null;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        HasElement screen = event.getActiveChain().getFirst();
        links.forEach((view, link) -> {
            if (view.isInstance(screen)) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    private Nav rail(String workspace) {
        Nav rail = new Nav();
        rail.addClassName("sl-rail");
        rail.getElement().setAttribute("aria-label", getTranslation("shell.navigation"));
        rail.add(classed("sl-mark"), workspaceMark(workspace), classed("sl-railseparator"));
        MenuConfiguration.getMenuEntries().forEach(entry -> rail.add(link(entry)));
        rail.add(classed("sl-grow"));
        RailButton help = new RailButton(Icon.HELP, getTranslation("shell.help"));
        help.setId("shell-help");
        help.addClickListener(click -> new ShortcutsDialog().open());
        rail.add(help, AppearanceMenu.language(), AppearanceMenu.theme(), userMenu);
        return rail;
    }

    private Component workspaceMark(String workspace) {
        Div mark = new Div(new Span(Avatar.initials(workspace)));
        mark.addClassName("sl-workspacemark");
        String name = getTranslation("shell.workspace", workspace);
        mark.getElement().setAttribute("role", "img").setAttribute("aria-label", name);
        Tooltip.forComponent(mark).withText(name).withPosition(TooltipPosition.END);
        Div place = new Div(mark);
        place.addClassNames("sl-railitem", "sl-railmark");
        return place;
    }

    private RouterLink link(MenuEntry entry) {
        RouterLink link = new RouterLink(entry.menuClass());
        String title = getTranslation(entry.title());
        link.addClassName("sl-railitem");
        link.getElement().setAttribute("aria-label", title);
        link.add(Icon.valueOf(entry.icon()).create());
        Tooltip.forComponent(link).withText(title).withPosition(TooltipPosition.END);
        links.put(entry.menuClass(), link);
        return link;
    }

    private static Div classed(String cssClass) {
        Div element = new Div();
        element.addClassName(cssClass);
        return element;
    }
}
