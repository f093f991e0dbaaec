package io.sluice.studio.ui;

import io.sluice.script.Repair;

/** What the dock asks of the rest of the studio. */
record AroundDesk(StudioView view, TreeFeed feed) implements RunDesk.Surroundings {
    @Override
    public void statesChanged() {
        feed.refreshRuns();
    }

    @Override
    public void reveal(int line, int column) {
        view.between().reveal(line, column);
    }

    @Override
    public void repair(Repair repair) {
        view.between().repair(repair);
    }
}
