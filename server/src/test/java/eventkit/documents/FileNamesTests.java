package eventkit.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTests {
    @ParameterizedTest
    @CsvSource(textBlock = """
            manual.pdf,                       manual.pdf
            ../../etc/passwd,                 passwd
            C:\\Users\\ana\\SM58.jpg,         SM58.jpg
            /.htaccess,                       htaccess
            'a"b<c>.pdf',                     a_b_c_.pdf
            'Größe 1 äöü.pdf',                'Größe 1 äöü.pdf'
            ..,                               file.pdf
            '   ',                            file.pdf
            'invoice\u202Efdp.exe',           invoicefdp.exe
            """)
    void keepsWhatIsHarmless(String given, String kept) {
        assertThat(FileNames.clean(given, ".pdf")).isEqualTo(kept);
    }

    @Test
    void cutsLongNamesAndKeepsTheirEnding() {
        assertThat(FileNames.clean("x".repeat(1_000) + ".pdf", ".pdf"))
                .hasSize(200)
                .endsWith("x.pdf");
        assertThat(FileNames.clean("😀".repeat(500), ""))
                .hasSizeLessThanOrEqualTo(200)
                .doesNotEndWith("\uD83D");
        assertThat(FileNames.clean("a\u0000b\r\nc.pdf", ".pdf")).isEqualTo("abc.pdf");
        assertThat(FileNames.clean(null, ".pdf")).isEqualTo("file.pdf");
    }
}
