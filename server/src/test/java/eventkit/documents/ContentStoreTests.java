package eventkit.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStoreTests {
    private static final Instant NOW = Instant.parse("2027-06-01T08:00:00Z");

    @TempDir
    Path data;

    @Test
    void keepsEqualContentOnce() throws IOException {
        var store = new ContentStore(data);
        var first = keep(store, "hello");
        var second = keep(store, "hello");
        assertThat(first).isEqualTo(second).hasContent("hello");
        assertThat(first.toString())
                .endsWith("files/2c/f2/2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void leavesNothingOfWhatIsTooLargeEmptyOrBroken() throws IOException {
        var store = new ContentStore(data);
        assertThatThrownBy(() -> store.receive(text("123456"), 5)).isInstanceOf(FileTooLarge.class);
        assertThatThrownBy(() -> store.receive(text(""), 5)).isInstanceOf(FileEmpty.class);
        assertThatThrownBy(() -> store.receive(
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("the line went dead");
                            }
                        },
                        5))
                .isInstanceOf(IOException.class);
        assertThat(files()).isZero();
    }

    @Test
    void sweepsOnlyWhatNobodyHasHadForADay() throws IOException {
        var store = new ContentStore(data);
        var wanted = keep(store, "wanted");
        var unwanted = keep(store, "unwanted");
        assertThat(store.sweep(NOW.minus(Duration.ofHours(24)), hash -> false)).isEmpty();
        var removed = store.sweep(NOW.plusSeconds(1), hash -> store.path(hash).equals(wanted));
        assertThat(removed).hasSize(1);
        assertThat(wanted).exists();
        assertThat(unwanted).doesNotExist();
    }

    private static Path keep(ContentStore store, String text) throws IOException {
        try (var received = store.receive(text(text), 1_000)) {
            store.keep(received, NOW);
            return store.path(received.sha256());
        }
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
