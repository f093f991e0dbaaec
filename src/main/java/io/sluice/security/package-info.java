/** Users, sign-in, the first set-up and the encryption of secrets at rest. */
@NullMarked
package io.sluice.security;

import org.jspecify.annotations.NullMarked;
