package io.sluice.ui;

import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.sluice.workspace.Member;
import java.util.Locale;

/** Who is signed in, and the way out. */
final class UserMenu extends NativeButton implements RoleAware {
    private final Span role = new Span();

    UserMenu(Member member, Runnable signOut) {
        addClassName("sl-railitem");
        getElement().setAttribute("type", "button");
        become(member);
        add(new Avatar(member.displayName()).large());
        ContextMenu menu = new ContextMenu(this);
        menu.setOpenOnClick(true);
        menu.setPosition(ContextMenuPosition.END_BOTTOM);
        Span name = new Span(member.displayName());
        name.addClassName("sl-strong");
        role.addClassNames("sl-small", "sl-muted");
        Div person = new Div(name, role);
        person.addClassNames("sl-column", "sl-menuhead");
        // A menu holds nothing but its entries; the button has said who is signed in.
        person.getElement().setAttribute("aria-hidden", "true");
        menu.addComponent(person);
        menu.addSeparator();
        Div item = new Div(Icon.SIGN_OUT.create(), new Span(getTranslation("shell.sign-out")));
        item.addClassName("sl-row");
        menu.addItem(item, click -> signOut.run());
    }

    @Override
    public void become(Member now) {
        String name = getTranslation("role." + now.role().name().toLowerCase(Locale.ROOT));
        getElement().setAttribute("aria-label", getTranslation("shell.user", now.displayName(), name));
        role.setText(name);
    }
}
