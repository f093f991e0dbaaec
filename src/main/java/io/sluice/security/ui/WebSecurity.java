package io.sluice.security.ui;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The filter chain of the workbench. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {
    private static final String SIGN_IN = "/sign-in";

    /** Vaadin starts with an inline script and evaluates what its server side sends; everything else is our own files. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self'; "
                    + "frame-ancestors 'none'; object-src 'none'; base-uri 'self'; form-action 'self'";

    @Bean
    SecurityFilterChain workbench(HttpSecurity http, @Value("${SLUICE_ORIGINS:}") Set<String> furtherOrigins) {
        // What says that a request was refused is open; it is what everything else is answered with.
        http.authorizeHttpRequests(requests ->
                requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll());
        http.authorizeHttpRequests(
                requests -> requests.requestMatchers("/themes/**", "/sluice/**", "/aura/**", "/webjars/**")
                        .permitAll());
        http.headers(
                headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .withObjectPostProcessor(writeHeadersFirst()));
        http.addFilterBefore(new SameOriginFilter(furtherOrigins), HeaderWriterFilter.class);
        http.sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.changeSessionId()));
        http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView(SIGN_IN));
        http.formLogin(form -> form.failureHandler(backToSignIn()));
        return http.build();
    }

    /** Vaadin's pages come out of a forward, after which it is too late to add headers. */
    private static ObjectPostProcessor<HeaderWriterFilter> writeHeadersFirst() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends HeaderWriterFilter> F postProcess(F filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }

    /** Says the same whatever was wrong; a throttled attempt says to wait, for known and unknown names alike. */
    private static AuthenticationFailureHandler backToSignIn() {
        return (request, response, failure) -> response.sendRedirect(
                request.getContextPath() + SIGN_IN + (failure instanceof LockedException ? "?wait" : "?error"));
    }
}
