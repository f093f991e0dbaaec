package io.sluice.security;

/** What is wrong with an entry of a {@link NewUser}; the name begins with the field. */
public enum NewUserProblem {
    USER_NAME_EMPTY,
    USER_NAME_LONG,
    /** Only letters, digits, dot, hyphen, underscore and at sign. */
    USER_NAME_CHARACTERS,
    DISPLAY_NAME_EMPTY,
    DISPLAY_NAME_LONG,
    /** An empty address is fine. */
    EMAIL_MALFORMED,
    /** Fewer than twelve characters. */
    PASSWORD_SHORT,
    /** More than 72 bytes in UTF-8, which bcrypt cannot tell apart. */
    PASSWORD_LONG,
    /** Among the passwords attackers try first, or all of one kind such as a single repeated character. */
    PASSWORD_COMMON,
    /** Contains the user name. */
    PASSWORD_CONTAINS_NAME
}
