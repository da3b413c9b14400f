package eventkit.mail;

import java.util.regex.Pattern;

/** Plain text as a small HTML page that every mail program shows: paragraphs, lines and links, nothing else, every character escaped. */
final class AsHtml {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");

    private AsHtml() {}

    static String page(String locale, String company, String subject, String text) {
        var body = new StringBuilder();
        for (var paragraph : text.strip().split("\\R\\s*\\R", -1)) {
            body.append("<p style=\"margin:0 0 16px\">")
                    .append(linked(paragraph).replaceAll("\\R", "<br>\n"))
                    .append("</p>\n");
        }
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>%s</title></head>
                <body style="margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
                <div style="max-width:600px;margin:0 auto">
                <p style="margin:0 0 20px;font-weight:600">%s</p>
                %s</div>
                </body></html>
                """.formatted(escaped(locale), escaped(subject), escaped(company), body);
    }

    private static String linked(String text) {
        var result = new StringBuilder();
        var links = LINK.matcher(text);
        int from = 0;
        while (links.find()) {
            var link = escaped(links.group());
            result.append(escaped(text.substring(from, links.start())))
                    .append("<a href=\"")
                    .append(link)
                    .append("\">")
                    .append(link)
                    .append("</a>");
            from = links.end();
        }
        return result.append(escaped(text.substring(from))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
