package io.sluice.studio.ui.form;

import io.sluice.script.Setting;

/** The dirty-record policies as a form offers them. */
enum DirtyChoice {
    NONE,
    UP_TO,
    SHARE,
    ANY;

    static DirtyChoice of(Setting.DirtyPolicy policy) {
        return switch (policy) {
            case Setting.DirtyPolicy.AtMost limit -> limit.records() == 0 ? NONE : UP_TO;
            case Setting.DirtyPolicy.AtMostShare ignored -> SHARE;
            case Setting.DirtyPolicy.Unlimited ignored -> ANY;
        };
    }
}
