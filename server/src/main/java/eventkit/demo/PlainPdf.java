package eventkit.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One page of A4 with lines of text, in a font that every viewer has. A few hundred of them cost no more than writing their bytes, where a library
 * would look through the fonts of the machine first.
 */
final class PlainPdf {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int WIDTH = 595;
    private static final int HEIGHT = 842;
    private final StringBuilder drawn = new StringBuilder();

    /** Across the whole page, white on red. */
    PlainPdf band(int fromTop, int height, int size, String text) {
        drawn.append("0.72 0.11 0.11 rg 0 %d %d %d re f\n".formatted(HEIGHT - fromTop - height, WIDTH, height));
        drawn.append("1 1 1 rg\n");
        write("F2", size, 56, fromTop + (height + size * 7 / 10) / 2, text);
        drawn.append("0 0 0 rg\n");
        return this;
    }

    /** @param fromTop of the baseline, in points */
    PlainPdf text(int size, int x, int fromTop, String text) {
        write("F1", size, x, fromTop, text);
        return this;
    }

    PlainPdf bold(int size, int x, int fromTop, String text) {
        write("F2", size, x, fromTop, text);
        return this;
    }

    PlainPdf rule(int fromTop) {
        drawn.append("0.6 w 56 %d m %d %d l S\n".formatted(HEIGHT - fromTop, WIDTH - 56, HEIGHT - fromTop));
        return this;
    }

    private void write(String font, int size, int x, int fromTop, String text) {
        var escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
        drawn.append("BT /%s %d Tf %d %d Td (%s) Tj ET\n".formatted(font, size, x, HEIGHT - fromTop, escaped));
    }

    /** The same bytes from the same lines. */
    byte[] bytes(String title) {
        var content = drawn.toString().getBytes(WESTERN);
        var name = title.getBytes(WESTERN);
        var hex = new StringBuilder();
        for (byte b : name) hex.append(String.format(Locale.ROOT, "%02X", b));
        var objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R /Lang (en) /ViewerPreferences << /DisplayDocTitle true >> >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 6 0 R /Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> >>"
                        .formatted(WIDTH, HEIGHT),
                font("Helvetica"),
                font("Helvetica-Bold"),
                "<< /Length %d >>\nstream\n%s\nendstream".formatted(content.length, new String(content, WESTERN)),
                "<< /Title <%s> /Producer (EventKit) >>".formatted(hex));
        var out = new ByteArrayOutputStream();
        var places = new ArrayList<Integer>();
        write(out, "%PDF-1.4\n");
        for (int i = 0; i < objects.size(); i++) {
            places.add(out.size());
            write(out, (i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n");
        }
        int table = out.size();
        write(out, "xref\n0 %d\n0000000000 65535 f \n".formatted(objects.size() + 1));
        for (int place : places) write(out, String.format(Locale.ROOT, "%010d 00000 n \n", place));
        write(
                out,
                "trailer << /Size %d /Root 1 0 R /Info 7 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(objects.size() + 1, table));
        return out.toByteArray();
    }

    private static String font(String name) {
        return "<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>".formatted(name);
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(WESTERN));
    }
}
