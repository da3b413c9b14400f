package eventkit.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a file is written: its letters, what stands between cells, what quotes them. */
record CsvForm(Charset charset, char delimiter, char quote) {
    static final Charset WINDOWS = Charset.forName("windows-1252");

    /** From the first letter on, behind the byte order mark; throws CharacterCodingException on what the charset does not know. */
    static Reader open(Path file, Charset charset) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(4);
        var mark = in.readNBytes(3);
        in.reset();
        in.skipNBytes(markLength(mark, charset));
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new InputStreamReader(in, decoder);
    }

    private static int markLength(byte[] start, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8))
            return start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF
                    ? 3
                    : 0;
        if (charset.equals(StandardCharsets.UTF_16LE))
            return start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE ? 2 : 0;
        if (charset.equals(StandardCharsets.UTF_16BE))
            return start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF ? 2 : 0;
        return 0;
    }
}
