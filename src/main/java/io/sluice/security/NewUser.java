package io.sluice.security;

/** What a person enters to get an account. */
public record NewUser(String userName, String displayName, String email, String password) {
    @Override
    public String toString() {
        return "NewUser[" + userName + "]";
    }
}
