package io.sluice.ui;

import io.sluice.workspace.Member;

/** A screen, or a part of one, that offers what a role allows, and follows when its member gets another one. */
public interface RoleAware {
    /** Offers from now on what the member's role of now allows. Nothing that was typed is lost by it. */
    void become(Member now);
}
