package io.sluice.security;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What names and passwords the workbench accepts: length over composition, nothing an attacker tries first. */
final class NewUserRules {
    static final int PASSWORD_LEAST_CHARACTERS = 12;
    /** bcrypt reads no further. */
    static final int PASSWORD_MOST_BYTES = 72;

    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_REPETITION = 4;
    private static final Pattern USER_NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._@-]+");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Pattern ORNAMENT = Pattern.compile("[^\\p{L}]+");
    private static final List<String> ROWS = List.of(
            "01234567890123456789",
            "98765432109876543210",
            "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiopasdfghjklzxcvbnm",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
            "q1w2e3r4t5y6u7i8o9p0");
    private static final Set<String> WORDS = Set.of(
            "password",
            "passwort",
            "passphrase",
            "letmein",
            "welcome",
            "admin",
            "administrator",
            "sluice",
            "changeme",
            "secret",
            "iloveyou",
            "monkey",
            "dragon",
            "football",
            "baseball",
            "sunshine",
            "princess",
            "default",
            "database",
            "sluiceadmin",
            "adminadmin",
            "passwordpassword",
            "qwertyuiop",
            "trustno",
            "superman",
            "master");

    private NewUserRules() {}

    static Set<NewUserProblem> problems(NewUser user) {
        Set<NewUserProblem> problems = EnumSet.noneOf(NewUserProblem.class);
        checkNames(user, problems);
        checkPassword(user, problems);
        return problems;
    }

    private static void checkNames(NewUser user, Set<NewUserProblem> problems) {
        if (user.userName().isBlank()) {
            problems.add(NewUserProblem.USER_NAME_EMPTY);
        } else if (user.userName().length() > LONGEST_NAME) {
            problems.add(NewUserProblem.USER_NAME_LONG);
        } else if (!USER_NAME.matcher(user.userName()).matches()) {
            problems.add(NewUserProblem.USER_NAME_CHARACTERS);
        }
        if (user.displayName().isBlank()) {
            problems.add(NewUserProblem.DISPLAY_NAME_EMPTY);
        } else if (user.displayName().length() > LONGEST_NAME) {
            problems.add(NewUserProblem.DISPLAY_NAME_LONG);
        }
        String email = user.email().strip();
        if (!email.isEmpty() && (email.length() > 255 || !EMAIL.matcher(email).matches())) {
            problems.add(NewUserProblem.EMAIL_MALFORMED);
        }
    }

    private static void checkPassword(NewUser user, Set<NewUserProblem> problems) {
        String password = user.password();
        if (password.codePointCount(0, password.length()) < PASSWORD_LEAST_CHARACTERS) {
            problems.add(NewUserProblem.PASSWORD_SHORT);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > PASSWORD_MOST_BYTES) {
            problems.add(NewUserProblem.PASSWORD_LONG);
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (guessedFirst(lower)) {
            problems.add(NewUserProblem.PASSWORD_COMMON);
        }
        String name = user.userName().toLowerCase(Locale.ROOT);
        if (name.length() >= 3 && lower.contains(name)) {
            problems.add(NewUserProblem.PASSWORD_CONTAINS_NAME);
        }
    }

    private static boolean guessedFirst(String password) {
        return WORDS.contains(ORNAMENT.matcher(password).replaceAll(""))
                || ROWS.stream().anyMatch(row -> row.contains(password) || password.contains(row))
                || repeats(password);
    }

    private static boolean repeats(String password) {
        for (int period = 1; period <= LONGEST_REPETITION && period < password.length(); period++) {
            if (password.substring(period).equals(password.substring(0, password.length() - period))) {
                return true;
            }
        }
        return false;
    }
}
