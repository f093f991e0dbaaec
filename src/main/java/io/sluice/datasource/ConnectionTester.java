package io.sluice.datasource;

import io.sluice.spi.FileAccess;
import io.sluice.spi.SupportsConnectionTest;
import io.sluice.spi.SupportsConnectionTest.Layer;
import io.sluice.workspace.Member;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Has connectors try data sources. */
@Component
class ConnectionTester {
    private final TestLimit limit;
    private final FileAccess files;
    private final Clock clock;

    ConnectionTester(TestLimit limit, FileAccess files, Clock clock) {
        this.limit = limit;
        this.files = files;
        this.clock = clock;
    }

    ConnectionTest test(Member member, Checked.Fine draft) {
        if (!(draft.connector() instanceof SupportsConnectionTest testable)) {
            return new ConnectionTest.NotTestable();
        }
        if (!limit.admits(member.userId())) {
            return new ConnectionTest.TooMany();
        }
        Instant start = clock.instant();
        List<Layer> layers = testable.test(draft.whole(), files);
        long millis = Duration.between(start, clock.instant()).toMillis();
        return new ConnectionTest.Done(new TestReport(start, member.displayName(), millis, layers));
    }

    Instant now() {
        return clock.instant();
    }
}
