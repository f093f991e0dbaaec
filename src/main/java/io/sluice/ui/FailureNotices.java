package io.sluice.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.DefaultErrorHandler;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.sluice.workspace.PermissionDeniedException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * What a page says when the server did not do what was asked for. Without it a click on a button that fails would look
 * like a click that did nothing.
 */
@Component
final class FailureNotices implements VaadinServiceInitListener {
    private final ErrorHandler log = new DefaultErrorHandler();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(start -> start.getSession().setErrorHandler(this::tell));
    }

    private void tell(ErrorEvent event) {
        Throwable failure = event.getThrowable();
        Optional<UI> page = Optional.ofNullable(UI.getCurrent());
        if (causes(failure).anyMatch(PermissionDeniedException.class::isInstance)) {
            page.ifPresent(RoleWatch::denied);
            return;
        }
        log.error(event);
        boolean silent = causes(failure).anyMatch(FailureNotices::storeSilent);
        page.ifPresent(open -> Toast.show(open.getTranslation(silent ? "notice.store-silent" : "notice.failed")));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static boolean storeSilent(Throwable cause) {
        return cause instanceof DataAccessResourceFailureException
                || cause instanceof TransientDataAccessException
                || cause instanceof RecoverableDataAccessException
                || cause instanceof CannotCreateTransactionException;
    }
}
