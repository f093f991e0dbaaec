package io.sluice.run.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.sluice.run.DirtyCause;
import io.sluice.run.DirtyQuery;
import io.sluice.run.DirtyQuery.Show;
import io.sluice.ui.Icon;
import org.jspecify.annotations.Nullable;

/** Narrows down which dirty records are shown: by their state, and by a text. */
final class DirtyFilter extends Div {
    private final TextField search = new TextField();
    private final Select<Show> show = new Select<>();

    DirtyFilter(Runnable changed) {
        addClassName("sl-dirty-filter");
        search.setId("dirty-search");
        search.setPlaceholder(getTranslation("dirty.search"));
        search.setAriaLabel(getTranslation("dirty.search"));
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> changed.run());
        show.setId("dirty-show");
        show.setItems(Show.values());
        show.setItemLabelGenerator(one -> DirtyWords.show(one, this::getTranslation));
        show.setAriaLabel(getTranslation("dirty.show"));
        show.setValue(Show.ALL);
        show.addValueChangeListener(change -> changed.run());
        add(show, search);
    }

    DirtyQuery query(DirtyCause.@Nullable Key cause) {
        return new DirtyQuery(cause, search.getValue(), show.getValue());
    }
}
