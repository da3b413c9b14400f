package eventkit.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out how a file is written. Refuses what is no text, and text in no known encoding. */
final class CsvSniffer {
    private static final int SAMPLE = 1 << 16;
    private static final int ROWS = 50;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    private CsvSniffer() {}

    static CsvForm sniff(Path file) throws IOException {
        var charset = charset(file);
        var sample = sample(file, charset);
        if (sample.isBlank()) throw FileRefused.empty();
        char quote = quote(sample);
        return new CsvForm(charset, delimiter(sample, charset, quote), quote);
    }

    private static Charset charset(Path file) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(8);
        }
        if (start.length == 0) throw FileRefused.empty();
        refuseKnown(start);
        if (begins(start, 0xEF, 0xBB, 0xBF)) return check(file, StandardCharsets.UTF_8);
        if (begins(start, 0xFF, 0xFE)) return check(file, StandardCharsets.UTF_16LE);
        if (begins(start, 0xFE, 0xFF)) return check(file, StandardCharsets.UTF_16BE);
        refuseBinary(file);
        try {
            return check(file, StandardCharsets.UTF_8);
        } catch (FileRefused e) {
            return check(file, CsvForm.WINDOWS);
        }
    }

    private static void refuseKnown(byte[] start) {
        if (begins(start, 'P', 'K', 3, 4) || begins(start, 'P', 'K', 5, 6))
            throw FileRefused.notText("a spreadsheet or a ZIP archive");
        if (begins(start, 0xD0, 0xCF, 0x11, 0xE0)) throw FileRefused.notText("an old Excel file");
        if (begins(start, '%', 'P', 'D', 'F')) throw FileRefused.notText("a PDF");
        if (begins(start, 0x1F, 0x8B)) throw FileRefused.notText("a gzip archive");
        if (begins(start, 0x89, 'P', 'N', 'G') || begins(start, 0xFF, 0xD8, 0xFF) || begins(start, 'G', 'I', 'F', '8'))
            throw FileRefused.notText("a picture");
        if (begins(start, '7', 'z', 0xBC, 0xAF) || begins(start, 'R', 'a', 'r', '!'))
            throw FileRefused.notText("an archive");
    }

    /** Text has no bytes below a blank but tab, line feed, form feed and carriage return. */
    private static void refuseBinary(Path file) throws IOException {
        var buffer = new byte[SAMPLE];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    int b = buffer[i];
                    if ((b >= 0 && b < 9) || b == 11 || (b > 13 && b < 32) || b == 127)
                        throw FileRefused.notText("binary data");
                }
            }
        }
    }

    /** Decodes the whole file. */
    private static Charset check(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(SAMPLE);
        var chars = CharBuffer.allocate(SAMPLE);
        try (var in = Files.newByteChannel(file)) {
            boolean more = true;
            while (more) {
                more = in.read(bytes) >= 0;
                bytes.flip();
                var result = decoder.decode(bytes, chars, !more);
                while (result.isOverflow()) {
                    chars.clear();
                    result = decoder.decode(bytes, chars, !more);
                }
                if (result.isError()) throw FileRefused.encoding(charset.displayName(), 0);
                refuseControls(chars, charset);
                bytes.compact();
            }
        }
        return charset;
    }

    private static void refuseControls(CharBuffer chars, Charset charset) {
        chars.flip();
        for (int i = 0; i < chars.length(); i++) {
            if (chars.get(i) == 0) throw FileRefused.encoding(charset.displayName(), 0);
        }
        chars.clear();
    }

    private static String sample(Path file, Charset charset) throws IOException {
        try (var reader = CsvForm.open(file, charset)) {
            var chars = new char[SAMPLE];
            int n = 0;
            for (int got = reader.read(chars);
                    got > 0 && n < SAMPLE;
                    got = n < SAMPLE ? reader.read(chars, n, SAMPLE - n) : -1) n += got;
            return new String(chars, 0, n);
        } catch (CharacterCodingException e) {
            throw FileRefused.encoding(charset.displayName(), 0);
        }
    }

    private static char quote(String sample) {
        var first = sample.lines().findFirst().orElse("").strip();
        return first.length() > 2 && first.startsWith("'") && first.endsWith("'") ? '\'' : '"';
    }

    /** The one under which most rows have as many columns as the first, and the most of them. */
    private static char delimiter(String sample, Charset charset, char quote) throws IOException {
        var said = sample.lines().findFirst().orElse("");
        if (said.length() == 5 && said.startsWith("sep=")) return said.charAt(4);
        char best = ',';
        double bestScore = 0;
        for (char candidate : DELIMITERS) {
            double score = score(sample, new CsvForm(charset, candidate, quote));
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static double score(String sample, CsvForm form) throws IOException {
        int rows = 0;
        int alike = 0;
        int columns = 0;
        try (var reader = new CsvReader(new StringReader(sample), form)) {
            for (var row = reader.next(); row != null && rows < ROWS; row = reader.next()) {
                if (rows++ == 0) columns = row.cells().size();
                if (row.cells().size() == columns) alike++;
            }
        } catch (FileRefused e) {
            // the sample may end inside a quoted cell
        }
        return rows == 0 || columns < 2 ? 0 : (double) alike / rows * (1 + Math.log(columns));
    }

    private static boolean begins(byte[] start, int... bytes) {
        if (start.length < bytes.length) return false;
        for (int i = 0; i < bytes.length; i++) if ((start[i] & 0xFF) != bytes[i]) return false;
        return true;
    }
}
