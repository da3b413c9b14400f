package eventkit.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.stereotype.Service;

@Service
class ContentDesk implements ContentKeeping {
    private final ContentStore store;
    private final Pictures pictures;
    private final Clock clock;

    ContentDesk(ContentStore store, Pictures pictures, Clock clock) {
        this.store = store;
        this.pictures = pictures;
        this.clock = clock;
    }

    @Override
    public Kept keep(String name, FileRole role, byte[] content) {
        try (var received = store.receive(new ByteArrayInputStream(content), content.length)) {
            var type = MediaTypes.of(received.path(), name, role);
            var size = MediaTypes.PICTURES.contains(type) ? pictures.measure(received.path(), type) : null;
            store.keep(received, clock.instant());
            return new Kept(
                    HexFormat.of().formatHex(received.sha256()),
                    type,
                    received.size(),
                    size == null ? null : size.width(),
                    size == null ? null : size.height());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
