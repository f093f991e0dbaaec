package io.sluice.studio.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.UUID;

/** Names that text fields of one lookup complete, wherever they stand in a component; any other text stays possible. */
final class OfferedNames {
    private final Element list = new Element("datalist");
    private List<String> offered = List.of();

    /** @param lookup as descriptions of fields name it */
    OfferedNames(Component place, String lookup) {
        list.setAttribute("id", lookup + "-" + UUID.randomUUID());
        place.getElement().appendChild(list);
        place.getElement()
                .executeJs(
                        "this.addEventListener('focusin', (event) => { const input = event.composedPath()[0];"
                                + " if (input.closest?.($0)) { input.setAttribute('list', $1); } })",
                        ".sl-lookup-" + lookup,
                        list.getAttribute("id"));
    }

    void offer(List<String> names) {
        if (!names.equals(offered)) {
            offered = List.copyOf(names);
            list.removeAllChildren();
            names.forEach(name -> list.appendChild(new Element("option").setAttribute("value", name)));
        }
    }
}
