package eventkit.papers;

import eventkit.core.Refusal.FieldError;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** What a page may be made of: well-formed, from elements that only show something, with nothing from elsewhere and no size beyond reason. */
final class TemplateRules {
    private static final String FIELD = "template";
    static final int LENGTH_MAX = 100_000;
    private static final int SIZE_MAX = 2_000;
    private static final Set<String> SHOWN = Set.of(
            "html",
            "head",
            "title",
            "style",
            "body",
            "div",
            "span",
            "p",
            "br",
            "hr",
            "h1",
            "h2",
            "h3",
            "h4",
            "b",
            "strong",
            "i",
            "em",
            "u",
            "s",
            "small",
            "sub",
            "sup",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "col",
            "colgroup",
            "caption",
            "ul",
            "ol",
            "li",
            "img",
            "a",
            "pre",
            "section",
            "header",
            "footer",
            "address",
            "article",
            "main",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "bookmarks",
            "bookmark");
    private static final Pattern ELSEWHERE =
            Pattern.compile("@import|url\\s*\\(\\s*['\"]?(?!data:image/)[^)\\s]", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIZE = Pattern.compile("(\\d+)(?:\\.\\d+)?(?=mm|cm|in|pt|px|pc|em|rem|%)");
    private static final Pattern ENTITY = Pattern.compile("&(?!(?:amp|lt|gt|quot|apos|#\\d{1,7}|#x[0-9a-fA-F]{1,6});)");

    private TemplateRules() {}

    static void check(String template, List<FieldError> errors) {
        if (template.length() > LENGTH_MAX) {
            errors.add(new FieldError(FIELD, "too-long", "Use at most " + LENGTH_MAX + " characters."));
            return;
        }
        var page = Template.withoutTags(template);
        var kind = page.indexOf("<!DOCTYPE");
        if (kind < 0) kind = page.indexOf("<!ENTITY");
        if (kind >= 0) {
            wrong(
                    errors,
                    Template.line(page, kind),
                    "doctype",
                    "Leave <!DOCTYPE> and <!ENTITY> out; the page begins with <html>.");
            return;
        }
        find(
                ENTITY,
                page,
                errors,
                "entity-unknown",
                "Write & as &amp;amp;, and named characters as themselves or as &amp;#160;.");
        find(
                ELSEWHERE,
                page,
                errors,
                "from-elsewhere",
                "A page fetches nothing: use the logo, or a picture as data:image/….");
        var sizes = SIZE.matcher(page);
        while (sizes.find()) {
            if (sizes.group(1).length() > 5 || Integer.parseInt(sizes.group(1)) > SIZE_MAX)
                wrong(errors, Template.line(page, sizes.start()), "too-large", "Use sizes up to " + SIZE_MAX + ".");
        }
        if (errors.isEmpty()) wellFormed(page, errors);
    }

    /** A section that opens what another closes is only seen on the page that was made. */
    static void made(String page, PaperKind kind, List<FieldError> errors) {
        try {
            parser().parse(new InputSource(new StringReader(page)), new DefaultHandler());
        } catch (SAXException | IOException e) {
            errors.add(new FieldError(
                    FIELD,
                    "not-well-formed",
                    "Sections must hold whole elements: the example of " + kind + " is not well-formed. "
                            + e.getMessage()));
        }
    }

    private static SAXParser parser() throws SAXException {
        try {
            var factory = SAXParserFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newSAXParser();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void find(Pattern what, String page, List<FieldError> errors, String code, String message) {
        var found = what.matcher(page);
        while (found.find()) wrong(errors, Template.line(page, found.start()), code, message.replace("&amp;", "&"));
    }

    private static void wellFormed(String page, List<FieldError> errors) {
        try {
            parser().parse(new InputSource(new StringReader(page)), new Elements(errors));
        } catch (SAXParseException e) {
            wrong(errors, e.getLineNumber(), "not-well-formed", plain(e));
        } catch (SAXException | IOException e) {
            errors.add(new FieldError(FIELD, "not-well-formed", "This is not a well-formed page: " + e.getMessage()));
        }
    }

    private static String plain(SAXParseException e) {
        var message = e.getMessage();
        return "This is not well-formed. " + (message == null ? "" : message);
    }

    private static void wrong(List<FieldError> errors, int line, String code, String message) {
        errors.add(new FieldError(FIELD, code, "Line " + line + ": " + message));
    }

    private static final class Elements extends DefaultHandler {
        private final List<FieldError> errors;
        private int line = 1;
        private Locator locator = new org.xml.sax.helpers.LocatorImpl();

        Elements(List<FieldError> errors) {
            this.errors = errors;
        }

        @Override
        public void setDocumentLocator(Locator locator) {
            this.locator = locator;
        }

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            line = locator.getLineNumber();
            var element = name.toLowerCase(Locale.ROOT);
            if (!SHOWN.contains(element))
                wrong(errors, line, "element-unknown", "<" + name + "> can not be used on a paper.");
            for (int i = 0; i < attributes.getLength(); i++) {
                var attribute = attributes.getQName(i).toLowerCase(Locale.ROOT);
                var value = attributes.getValue(i).strip();
                boolean fetched = attribute.equals("src") || attribute.equals("background") || attribute.equals("data");
                if (fetched && !value.isEmpty() && !value.startsWith("data:image/"))
                    wrong(
                            errors,
                            line,
                            "from-elsewhere",
                            "A page fetches nothing: use the logo, or a picture as data:image/….");
                if (attribute.equals("href") && value.toLowerCase(Locale.ROOT).startsWith("javascript"))
                    wrong(errors, line, "from-elsewhere", "A link begins with https://.");
            }
        }
    }
}
