package io.sluice.security.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site makes a browser send: every request that names a foreign origin and either changes
 * something or opens the push channel. Browsers always name the origin there, and older ones send the session cookie
 * along with a foreign handshake.
 */
final class SameOriginFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(SameOriginFilter.class);
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private final Set<String> furtherOrigins;

    /** @param furtherOrigins origins of reverse proxies that do not pass the Host header on */
    SameOriginFilter(Set<String> furtherOrigins) {
        this.furtherOrigins = Set.copyOf(furtherOrigins);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String origin = request.getHeader("Origin");
        if (origin != null && guarded(request) && !own(origin, request)) {
            LOG.warn("Refused a request that another site caused");
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean guarded(HttpServletRequest request) {
        return !SAFE_METHODS.contains(request.getMethod())
                || request.getHeader("Upgrade") != null
                || request.getRequestURI().contains("/VAADIN/push");
    }

    private boolean own(String origin, HttpServletRequest request) {
        return furtherOrigins.contains(origin) || hostOf(origin).equalsIgnoreCase(host(request));
    }

    private static String host(HttpServletRequest request) {
        @Nullable String host = request.getHeader("Host");
        return host == null ? "" : host;
    }

    private static String hostOf(String origin) {
        try {
            @Nullable String authority = new URI(origin).getAuthority();
            return authority == null ? "-" : authority;
        } catch (URISyntaxException malformed) {
            return "-";
        }
    }
}
