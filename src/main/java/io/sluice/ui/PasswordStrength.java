package io.sluice.ui;

/** A rough word on a password while it is typed; what is accepted is decided by {@code UserService}. */
enum PasswordStrength {
    NONE,
    SHORT,
    WEAK,
    GOOD,
    STRONG;

    private static final int LEAST_CHARACTERS = 12;
    private static final int STRONG_CHARACTERS = 16;
    private static final int FEW_DIFFERENT = 6;
    private static final int MANY_DIFFERENT = 10;
    private static final int SHORTEST_NAME = 3;

    static PasswordStrength of(String password, String userName) {
        int length = password.codePointCount(0, password.length());
        long different = password.codePoints().distinct().count();
        boolean namesUser = userName.length() >= SHORTEST_NAME && password.contains(userName);
        if (length == 0) {
            return NONE;
        }
        if (length < LEAST_CHARACTERS) {
            return SHORT;
        }
        if (different < FEW_DIFFERENT || namesUser) {
            return WEAK;
        }
        return length >= STRONG_CHARACTERS && different >= MANY_DIFFERENT ? STRONG : GOOD;
    }
}
