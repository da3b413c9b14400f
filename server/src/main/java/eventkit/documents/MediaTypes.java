package eventkit.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;

/** What a file is, told from its content. Archives are listed, never unpacked. */
final class MediaTypes {
    static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");
    private static final String TAKEN =
            "a JPEG, PNG, GIF or WebP picture, a PDF, a text, CSV, Word, Excel, PowerPoint or OpenDocument file";
    private static final String TAKEN_PICTURES = "a JPEG, PNG, GIF or WebP picture";
    private static final int HEAD = 4096;
    private static final int ENTRIES_MAX = 50_000;
    private static final Map<String, String> OFFICE_PARTS = Map.of(
            "word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation");
    private static final Set<String> OPEN_DOCUMENTS = Set.of(
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation");
    private static final Map<String, String> OLD_OFFICE = Map.of(
            ".doc", "application/msword", ".xls", "application/vnd.ms-excel", ".ppt", "application/vnd.ms-powerpoint");
    private static final Map<String, String> EXTENSIONS = Map.of(
            "image/jpeg",
            ".jpg",
            "image/png",
            ".png",
            "image/gif",
            ".gif",
            "image/webp",
            ".webp",
            "application/pdf",
            ".pdf",
            "text/plain",
            ".txt",
            "text/csv",
            ".csv");

    private MediaTypes() {}

    static String extension(String mediaType) {
        return EXTENSIONS.getOrDefault(mediaType, "");
    }

    /** Throws {@link FileTypeRefused}. */
    static String of(Path file, String name, FileRole role) throws IOException {
        var type = tell(file, name);
        if (role.picture() && !PICTURES.contains(type))
            throw new FileTypeRefused("of type " + type + ", not a picture", TAKEN_PICTURES);
        return type;
    }

    private static String tell(Path file, String name) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (starts(head, 0xFF, 0xD8, 0xFF)) return "image/jpeg";
        if (starts(head, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) return "image/png";
        if (ascii(head, 0, "GIF87a") || ascii(head, 0, "GIF89a")) return "image/gif";
        if (ascii(head, 0, "RIFF") && ascii(head, 8, "WEBP")) return "image/webp";
        if (ascii(head, 0, "%PDF-")) return "application/pdf";
        if (starts(head, 'P', 'K', 3, 4)) return archive(file);
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
            var type = OLD_OFFICE.get(FileNames.extension(name));
            if (type == null) throw new FileTypeRefused("an unknown compound file", TAKEN);
            return type;
        }
        return text(file, head, name);
    }

    private static String archive(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > ENTRIES_MAX) throw new FileTypeRefused("an archive of " + zip.size() + " files", TAKEN);
            var mimetype = zip.getEntry("mimetype");
            if (mimetype != null) {
                try (InputStream in = zip.getInputStream(mimetype)) {
                    var type = new String(in.readNBytes(100), StandardCharsets.US_ASCII);
                    if (OPEN_DOCUMENTS.contains(type)) return type;
                }
            }
            var names = new HashSet<String>();
            zip.stream().forEach(entry -> names.add(entry.getName()));
            if (names.stream().anyMatch(entry -> entry.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) {
                throw new FileTypeRefused("an Office file with macros", TAKEN);
            }
            if (names.contains("[Content_Types].xml")) {
                for (var part : OFFICE_PARTS.entrySet()) if (names.contains(part.getKey())) return part.getValue();
            }
        } catch (java.util.zip.ZipException e) {
            throw new FileTypeRefused("a broken archive", TAKEN);
        }
        throw new FileTypeRefused("an archive", TAKEN);
    }

    private static String text(Path file, byte[] head, String name) throws IOException {
        boolean utf16 = starts(head, 0xFE, 0xFF) || starts(head, 0xFF, 0xFE);
        if (!utf16 && binary(file)) throw new FileTypeRefused("of an unknown kind", TAKEN);
        if (markup(head, utf16)) throw new FileTypeRefused("HTML, SVG or XML", TAKEN);
        return FileNames.extension(name).equals(".csv") ? "text/csv" : "text/plain";
    }

    private static boolean binary(Path file) throws IOException {
        var buffer = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    int c = buffer[i] & 0xFF;
                    if (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') return true;
                }
            }
        }
        return false;
    }

    /** Whether a browser might take it for markup: a tag, a comment or a declaration at the start. */
    private static boolean markup(byte[] head, boolean utf16) {
        var text = new String(head, utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading();
        if (text.startsWith("<")) return true;
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("<html")
                || lower.contains("<script")
                || lower.contains("<svg")
                || lower.contains("<!doctype");
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) return false;
        for (int i = 0; i < bytes.length; i++) if ((head[i] & 0xFF) != bytes[i]) return false;
        return true;
    }

    private static boolean ascii(byte[] head, int at, String text) {
        var expected = text.getBytes(StandardCharsets.US_ASCII);
        return head.length >= at + expected.length
                && Arrays.equals(head, at, at + expected.length, expected, 0, expected.length);
    }
}
