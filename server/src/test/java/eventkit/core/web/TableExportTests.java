package eventkit.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableExportTests {
    @TempDir
    Path folder;

    private static byte[] export(TableExport.Format format, List<?>... rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var table = TableExport.to(out, format, "things")) {
            table.header(List.of("a", "b"));
            for (var row : rows) table.row(row);
        }
        return out.toByteArray();
    }

    @Test
    void defusesFormulasAndQuotesWhatNeedsIt() throws IOException {
        var csv = new String(
                export(
                        TableExport.Format.CSV,
                        List.of("=1+1", "+49 30"),
                        List.of("-x", "@sum"),
                        List.of("\ttab", "\rreturn"),
                        List.of("'=x", "it's"),
                        List.of("a,b", "say \"hi\""),
                        Arrays.asList(null, new BigDecimal("-1.50"))),
                StandardCharsets.UTF_8);
        assertThat(csv)
                .isEqualTo(
                        "\uFEFFa,b\r\n'=1+1,'+49 30\r\n'-x,'@sum\r\n\"'\ttab\",\"'\rreturn\"\r\n''=x,it's\r\n\"a,b\",\"say \"\"hi\"\"\"\r\n,-1.50\r\n");
    }

    @Test
    void writesNoFormulaIntoASpreadsheet() throws IOException {
        var file = Files.write(
                folder.resolve("things.xlsx"),
                export(TableExport.Format.XLSX, List.of("=cmd|' /C calc'!A0", 12), List.of("x\u0001y", true)));
        String sheet;
        try (var zip = new ZipFile(file.toFile())) {
            sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
        assertThat(sheet)
                .doesNotContain("<f>")
                .contains("&apos;=cmd")
                .contains("<v>12</v>")
                .contains("xy");
    }
}
