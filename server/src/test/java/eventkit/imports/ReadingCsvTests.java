package eventkit.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventkit.core.Refusal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingCsvTests {
    @TempDir
    Path folder;

    private List<List<String>> read(byte[] content) throws IOException {
        var file = Files.write(folder.resolve("file.csv"), content);
        var form = CsvSniffer.sniff(file);
        var rows = new ArrayList<List<String>>();
        try (var reader = new CsvReader(CsvForm.open(file, form.charset()), form)) {
            for (var row = reader.next(); row != null; row = reader.next()) rows.add(row.cells());
        }
        return rows;
    }

    private List<List<String>> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private void refuses(byte[] content, String code) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    private void refuses(String content, String code) {
        refuses(content.getBytes(StandardCharsets.UTF_8), code);
    }

    @Test
    void understandsDelimitersQuotesAndLineEnds() throws IOException {
        assertThat(read("a,b\n1,2\n")).containsExactly(List.of("a", "b"), List.of("1", "2"));
        assertThat(read("a;b\r\n1,5;\"x;y\"\r\n")).containsExactly(List.of("a", "b"), List.of("1,5", "x;y"));
        assertThat(read("a\tb\r1\t2")).containsExactly(List.of("a", "b"), List.of("1", "2"));
        assertThat(read("a|b\n\"say \"\"hi\"\"\nthere\"|2\n\n"))
                .containsExactly(List.of("a", "b"), List.of("say \"hi\"\nthere", "2"));
        assertThat(read("a,b\n3\" truss,\n")).containsExactly(List.of("a", "b"), List.of("3\" truss", ""));
        assertThat(read("sep=;\na;b\n")).containsExactly(List.of("sep=", ""), List.of("a", "b"));
        assertThat(read("'a','b'\n'it''s','2'\n")).containsExactly(List.of("a", "b"), List.of("it's", "2"));
        assertThat(read("a,b\n1,2,")).containsExactly(List.of("a", "b"), List.of("1", "2", ""));
    }

    @Test
    void understandsEncodings() throws IOException {
        var text = "Größe;Façade\nÄ;ß\n";
        var rows = List.of(List.of("Größe", "Façade"), List.of("Ä", "ß"));
        assertThat(read(text)).isEqualTo(rows);
        assertThat(read(("\uFEFF" + text))).isEqualTo(rows);
        assertThat(read(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(rows);
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(rows);
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE))).isEqualTo(rows);
        assertThat(read("名前,数\n照明,2\n")).containsExactly(List.of("名前", "数"), List.of("照明", "2"));
    }

    @Test
    void refusesWhatIsNotACsv() {
        refuses(new byte[0], "csv-empty");
        refuses("  \n \n", "csv-empty");
        refuses(new byte[] {'P', 'K', 3, 4, 0, 0}, "csv-not-text");
        refuses(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}, "csv-not-text");
        refuses("%PDF-1.7\n", "csv-not-text");
        refuses(new byte[] {'a', ',', 0, 1, 2, '\n'}, "csv-not-text");
        refuses(new byte[] {'a', ',', (byte) 0x81, (byte) 0x8D, '\n'}, "csv-encoding");
        refuses(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', (byte) 0xFF, '\n'}, "csv-encoding");
        refuses(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 0, (byte) 0xD8, 'b', 0}, "csv-encoding");
    }

    @Test
    void refusesBrokenQuotesAndWhatIsTooMuch() {
        refuses("a,b\n\"never closed,2\n3,4\n", "csv-quote-broken");
        refuses("a,b\n\"closed\" and more,2\n", "csv-quote-broken");
        refuses("a,b\n\"" + "x\n".repeat(40_000), "csv-quote-broken");
        refuses("a,b\n1" + ",x".repeat(600) + "\n", "csv-too-many-columns");
        refuses("a,b\n" + ",".repeat(1_000_000) + "\n", "csv-too-many-columns");
        refuses("a,b\n" + "x".repeat(33_000) + ",2\n", "csv-cell-too-long");
    }

    @Test
    void neverDoesAnythingButReadOrRefuse() {
        var random = new Random(20261121);
        var letters = "a,;\t|\"'\n\r =é\u0000\uFEFF0.";
        for (int i = 0; i < 3_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(60); n >= 0; n--) text.append(letters.charAt(random.nextInt(letters.length())));
            try {
                read(text.toString());
            } catch (Refusal expected) {
                assertThat(expected.code()).startsWith("csv-");
            } catch (IOException | RuntimeException e) {
                throw new AssertionError("seed 20261121, round " + i + ": " + text, e);
            }
        }
    }

    @Test
    void guessesWhatColumnsMean() {
        var titles = List.of(
                "manufacturer",
                "model",
                "categories",
                "weight_kg",
                "width_mm",
                "height_mm",
                "depth_mm",
                "power_w",
                "power_connectors",
                "dmx_connector",
                "manual_url",
                "product_url");
        var uses = Headers.suggest(ImportKind.PRODUCTS, titles);
        assertThat(uses)
                .extracting(u -> titles.get(u.column()) + " " + u.field() + " " + u.unit())
                .containsExactlyInAnyOrder(
                        "manufacturer manufacturer null",
                        "model model null",
                        "categories category null",
                        "weight_kg weightGrams kg",
                        "width_mm widthMillimetres mm",
                        "height_mm heightMillimetres mm",
                        "depth_mm depthMillimetres mm",
                        "power_w powerWatts W",
                        "power_connectors powerConnectors null",
                        "dmx_connector dmxConnector null",
                        "manual_url manualUrl null",
                        "product_url productUrl null");
        var german = List.of(
                "Inventar-Nr.",
                "Hersteller",
                "Modell",
                "Seriennummer",
                "Lagerort",
                "Kaufdatum",
                "Kaufpreis",
                "Strichcode");
        assertThat(Headers.suggest(ImportKind.ASSETS, german))
                .extracting(u -> german.get(u.column()) + "=" + u.field())
                .containsExactlyInAnyOrder(
                        "Inventar-Nr.=number",
                        "Hersteller=manufacturer",
                        "Modell=model",
                        "Seriennummer=serial",
                        "Lagerort=location",
                        "Kaufdatum=purchaseDate",
                        "Kaufpreis=purchaseCost",
                        "Strichcode=aliases");
    }
}
