package eventkit.core;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * Paper that is kept: PDF/A-3u, every font and colour in it, and the same bytes from the same input, whenever it is made. Nothing is fetched:
 * what the page shows stands in it.
 */
public final class ArchivePaper {
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final int FIRST_OF_EAST_ASIA = 0x2E80;

    private ArchivePaper() {}

    /** @param at when the paper says it was made: its own date, not that of the clock */
    public record Properties(
            String title, String author, @Nullable String subject, String language, Instant at) {}

    /** What an attached file is to the paper. */
    public enum Relationship {
        ALTERNATIVE("Alternative"),
        DATA("Data"),
        SUPPLEMENT("Supplement");

        private final String name;

        Relationship(String name) {
            this.name = name;
        }
    }

    /** @param metadata descriptions in RDF that announce the file, well-formed; empty: none */
    public record Attachment(
            String name,
            String mediaType,
            Relationship relationship,
            String description,
            byte[] content,
            String metadata) {}

    /** A face of a font: a file among our resources. */
    public record Face(String resource, String family, int weight) {}

    /**
     * @param html well-formed, with the language on its root; what people wrote went through {@link Paper#escape}
     * @throws UnreadablePage when it is not well-formed or can not be laid out
     */
    public static byte[] pdf(String html, Properties properties, List<Face> faces, List<Attachment> attachments) {
        try (var document = new PDDocument();
                var renderer = laidOut(document, html, faces)) {
            renderer.createPDFKeepOpen();
            for (var attachment : attachments) attach(document, attachment, properties);
            describe(document, properties, attachments);
            var out = new ByteArrayOutputStream();
            // The identifier is drawn from this number and the properties instead of the clock.
            document.setDocumentId((long) html.hashCode());
            document.getDocument().getTrailer().removeItem(COSName.ID);
            document.save(out, CompressParameters.DEFAULT_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page is not well-formed or no layout can be made of it. */
    public static final class UnreadablePage extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadablePage(Throwable cause) {
            super(cause);
        }
    }

    private static PdfBoxRenderer laidOut(PDDocument document, String html, List<Face> faces) {
        var builder = new PdfRendererBuilder()
                .useFastMode()
                .usePDDocument(document)
                .usePdfAConformance(PdfAConformance.PDFA_3_U)
                .useColorProfile(COLOURS)
                .useExternalResourceAccessControl(
                        (uri, type) -> stands(uri), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (uri, type) -> stands(uri), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .useProtocolsStreamImplementation(url -> NOTHING, "http", "https", "file", "jar", "ftp")
                .withHtmlContent(html, null)
                .withProducer("EventKit");
        for (var face : faces) font(builder, document, face);
        font(builder, document, new Face("/eventkit/labels/fonts/DejaVuSans.ttf", "Wide", 400));
        if (html.codePoints().anyMatch(c -> c >= FIRST_OF_EAST_ASIA)) {
            font(builder, document, new Face("/eventkit/labels/fonts/DroidSansFallbackFull.ttf", "Han", 400));
            font(builder, document, new Face("/eventkit/labels/fonts/NanumGothic.ttf", "Hangul", 400));
        }
        try {
            var renderer = builder.buildPdfRenderer();
            renderer.layout();
            return renderer;
        } catch (RuntimeException e) {
            throw new UnreadablePage(e);
        }
    }

    /** Only what the page itself holds. */
    private static boolean stands(@Nullable String uri) {
        return uri != null && uri.startsWith("data:image/");
    }

    private static final FSStream NOTHING = new FSStream() {
        @Override
        public InputStream getStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public java.io.Reader getReader() {
            return java.io.Reader.nullReader();
        }
    };

    /** Without the rules for ligatures and alternates, which papers do not need and which take half of the time that a page takes. */
    private static void font(PdfRendererBuilder builder, PDDocument document, Face face) {
        builder.useFont(new Font(document, face), face.family(), face.weight(), FontStyle.NORMAL, true);
    }

    /** Read when a character asks for it. */
    private static final class Font extends PDFontSupplier {
        private final PDDocument document;
        private final Face face;
        private @Nullable PDFont read;

        Font(PDDocument document, Face face) {
            super(null);
            this.document = document;
            this.face = face;
        }

        @Override
        public PDFont supply() {
            if (read != null) return read;
            try (var stream = open(face.resource())) {
                var outlines = new TTFParser().parse(new RandomAccessReadBuffer(stream));
                outlines.setEnableGsub(false);
                return read = PDType0Font.load(document, outlines, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static InputStream open(String resource) {
        var stream = ArchivePaper.class.getResourceAsStream(resource);
        if (stream == null) throw new IllegalStateException("the font " + resource + " is missing from the build");
        return stream;
    }

    private static void attach(PDDocument document, Attachment attachment, Properties properties) throws IOException {
        var file = new PDEmbeddedFile(document, new ByteArrayInputStream(attachment.content()), COSName.FLATE_DECODE);
        file.setSubtype(attachment.mediaType());
        file.setSize(attachment.content().length);
        file.setModDate(calendar(properties.at()));
        var specification = new PDComplexFileSpecification();
        specification.setFile(attachment.name());
        specification.setFileUnicode(attachment.name());
        specification.setFileDescription(attachment.description());
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        var dictionary = specification.getCOSObject();
        dictionary.setName("AFRelationship", attachment.relationship().name);

        var catalogue = document.getDocumentCatalog();
        var names = new PDDocumentNameDictionary(catalogue);
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(attachment.name(), specification));
        names.setEmbeddedFiles(tree);
        catalogue.setNames(names);
        var associated = new COSArray();
        associated.add(dictionary);
        catalogue.getCOSObject().setItem(COSName.AF, associated);
    }

    private static void describe(PDDocument document, Properties properties, List<Attachment> attachments)
            throws IOException {
        var information = document.getDocumentInformation();
        information.getCOSObject().clear();
        information.setTitle(properties.title());
        information.setAuthor(properties.author());
        if (properties.subject() != null) information.setSubject(properties.subject());
        information.setCreator("EventKit");
        information.setProducer("EventKit");
        information.setCreationDate(calendar(properties.at()));
        information.setModificationDate(calendar(properties.at()));
        var catalogue = document.getDocumentCatalog();
        catalogue.setLanguage(properties.language());
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp(properties, attachments).getBytes(StandardCharsets.UTF_8));
        catalogue.setMetadata(metadata);
    }

    private static String xmp(Properties p, List<Attachment> attachments) {
        var at = DateTimeFormatter.ISO_INSTANT.format(p.at().truncatedTo(ChronoUnit.SECONDS));
        var announced = new StringBuilder();
        for (var attachment : attachments) announced.append(attachment.metadata());
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>3</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance></rdf:Description>
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>%s<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language></rdf:Description>
                <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>EventKit</pdf:Producer></rdf:Description>
                <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreatorTool>EventKit</xmp:CreatorTool><xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate></rdf:Description>
                %s</rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>""".formatted(
                        Paper.escape(p.title()),
                        Paper.escape(p.author()),
                        p.subject() == null
                                ? ""
                                : "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">" + Paper.escape(p.subject())
                                        + "</rdf:li></rdf:Alt></dc:description>",
                        Paper.escape(p.language()),
                        at,
                        at,
                        announced);
    }

    private static GregorianCalendar calendar(Instant at) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
        calendar.setTimeInMillis(at.truncatedTo(ChronoUnit.SECONDS).toEpochMilli());
        return calendar;
    }
}
