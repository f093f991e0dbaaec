package io.sluice.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * What a browser shows for an address that is none, or none for who asks; the two look the same. It repeats nothing of
 * what was asked.
 */
@Component
final class RefusedPage implements ErrorViewResolver {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · Sluice</title>
                <script src="/sluice/appearance.js"></script>
                <link rel="stylesheet" href="/themes/sluice/tokens.css">
                <link rel="stylesheet" href="/themes/sluice/components.css">
                <link rel="stylesheet" href="/themes/sluice/entrance.css">
              </head>
              <body>
                <main class="sl-empty">
                  <h1 class="sl-refused">%s</h1>
                  <p>%s</p>
                  <a href="/">%s</a>
                </main>
              </body>
            </html>
            """;

    private final Translations texts;

    RefusedPage(Translations texts) {
        this.texts = texts;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        String key = status.is5xxServerError() ? "refused.failed" : "refused.nowhere";
        return new ModelAndView((View) (values, asked, response) -> write(asked, response, key));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String key) throws IOException {
        Locale language = Appearance.language(request.getCookies(), request.getLocale());
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        String title = texts.getTranslation(key, language);
        response.getWriter()
                .write(PAGE.formatted(
                        language.toLanguageTag(),
                        title,
                        title,
                        texts.getTranslation(key + ".about", language),
                        texts.getTranslation("refused.home", language)));
    }
}
