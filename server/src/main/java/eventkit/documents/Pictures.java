package eventkit.documents;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.stream.FileImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.filters.ImageFilter;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Looks at pictures without trusting them. Their size is read from the header before anything is decoded; one picture is decoded at a time,
 * with as few of its pixels as the thumbnail needs, and given up after {@value #SECONDS_MAX} seconds.
 */
@Component
class Pictures {
    record Size(int width, int height) {}

    static final long PIXELS_MAX = 50_000_000;
    /** The WebP decoder holds every pixel of the picture at once. */
    static final long WEBP_PIXELS_MAX = 16_000_000;

    static final int SECONDS_MAX = 20;
    private static final List<Integer> SIZES = List.of(64, 128, 256, 512, 1024, 2048);
    private final Path thumbnails;
    private final Semaphore decoding = new Semaphore(1, true);

    Pictures(@Value("${eventkit.data:data}") Path data) {
        this.thumbnails = data.toAbsolutePath().normalize().resolve("cache").resolve("thumbnails");
    }

    /** Throws {@link PictureTooLarge} and {@link PictureUnreadable}. */
    Size measure(Path file, String mediaType) {
        return read(file, mediaType, reader -> {
            var size = new Size(reader.getWidth(0), reader.getHeight(0));
            long max = mediaType.equals("image/webp") ? WEBP_PIXELS_MAX : PIXELS_MAX;
            if ((long) size.width() * size.height() > max) throw new PictureTooLarge(size.width(), size.height(), max);
            if (size.width() < 1 || size.height() < 1) throw new PictureUnreadable();
            return size;
        });
    }

    /** The next of the sizes that are kept: this many pixels or more. */
    static int kept(int size) {
        for (int kept : SIZES) if (kept >= size) return kept;
        return SIZES.getLast();
    }

    /** The thumbnail of this content, made where there is none yet. Throws as {@link #measure}. */
    Path thumbnail(Path content, byte[] sha256, String mediaType, int size) {
        var jpeg = place(sha256, size, "jpg");
        var png = place(sha256, size, "png");
        if (Files.exists(jpeg)) return jpeg;
        if (Files.exists(png)) return png;
        measure(content, mediaType);
        decoding.acquireUninterruptibly();
        try {
            var image = read(content, mediaType, reader -> decode(reader, mediaType, size));
            var target = image.getColorModel().hasAlpha() ? png : jpeg;
            write(image, target);
            return target;
        } finally {
            decoding.release();
        }
    }

    void forget(byte[] sha256) {
        for (int size : SIZES) {
            for (var format : List.of("jpg", "png")) {
                try {
                    Files.deleteIfExists(place(sha256, size, format));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private Path place(byte[] sha256, int size, String format) {
        var name = HexFormat.of().formatHex(sha256);
        return thumbnails.resolve(name.substring(0, 2)).resolve(name + "-" + size + "." + format);
    }

    private static BufferedImage decode(ImageReader reader, String mediaType, int size) throws IOException {
        int largest = Math.max(reader.getWidth(0), reader.getHeight(0));
        var deadline = new Deadline(reader);
        reader.addIIOReadProgressListener(deadline);
        var how = reader.getDefaultReadParam();
        // at most twice the size either way: 67 MB for the largest thumbnail, whatever the picture
        int step = Math.ceilDiv(largest, 2 * size);
        how.setSourceSubsampling(step, step, 0, 0);
        var image = reader.read(0, how);
        if (deadline.passed()) throw new PictureUnreadable();
        var upright = upright(reader, mediaType);
        if (upright != null) image = upright.apply(image);
        if (Math.max(image.getWidth(), image.getHeight()) <= size) return plain(image);
        return plain(Thumbnails.of(image).size(size, size).asBufferedImage());
    }

    private static @Nullable ImageFilter upright(ImageReader reader, String mediaType) throws IOException {
        if (!mediaType.equals("image/jpeg")) return null;
        var orientation = ExifUtils.getExifOrientation(reader, 0);
        return orientation == null ? null : ExifFilterUtils.getFilterForOrientation(orientation);
    }

    /** In a form that every writer takes. */
    private static BufferedImage plain(BufferedImage image) {
        int type = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        if (image.getType() == type) return image;
        var result = new BufferedImage(image.getWidth(), image.getHeight(), type);
        var canvas = result.createGraphics();
        canvas.drawImage(image, 0, 0, null);
        canvas.dispose();
        return result;
    }

    private static void write(BufferedImage image, Path target) {
        try {
            var folder = java.util.Objects.requireNonNull(target.getParent());
            Files.createDirectories(folder);
            var aside = Files.createTempFile(folder, "new", ".part");
            try {
                try (var out = Files.newOutputStream(aside)) {
                    Thumbnails.of(image)
                            .scale(1)
                            .outputFormat(target.toString().endsWith(".png") ? "png" : "jpg")
                            .outputQuality(0.85)
                            .toOutputStream(out);
                }
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Work<T> {
        T with(ImageReader reader) throws IOException;
    }

    /** Decoders throw all kinds of things at broken content; whatever it is, the picture is unreadable. */
    private static <T> T read(Path file, String mediaType, Work<T> work) {
        var readers = Decoders.of(mediaType);
        if (readers == null) throw new PictureUnreadable();
        try (var in = new FileImageInputStream(file.toFile())) {
            readers.setInput(in, true, !mediaType.equals("image/jpeg"));
            return work.with(readers);
        } catch (PictureTooLarge | PictureUnreadable e) {
            throw e;
        } catch (java.io.FileNotFoundException e) {
            throw new UncheckedIOException(e);
        } catch (IOException | RuntimeException e) {
            throw new PictureUnreadable();
        } finally {
            readers.dispose();
        }
    }

    /** The plug-ins are looked up with the class loader of the application, whoever asks first; not before a picture comes, to start fast. */
    private static final class Decoders {
        static {
            var thread = Thread.currentThread();
            var loader = thread.getContextClassLoader();
            thread.setContextClassLoader(Pictures.class.getClassLoader());
            try {
                ImageIO.scanForPlugins();
            } finally {
                thread.setContextClassLoader(loader);
            }
        }

        static @Nullable ImageReader of(String mediaType) {
            var found = ImageIO.getImageReadersByMIMEType(mediaType);
            return found.hasNext() ? found.next() : null;
        }
    }

    private static final class Deadline implements IIOReadProgressListener {
        private final ImageReader reader;
        private final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        private boolean passed;

        Deadline(ImageReader reader) {
            this.reader = reader;
        }

        boolean passed() {
            return passed;
        }

        @Override
        public void imageProgress(ImageReader source, float percentageDone) {
            if (System.nanoTime() - end > 0) {
                passed = true;
                reader.abort();
            }
        }

        @Override
        public void readAborted(ImageReader source) {
            passed = true;
        }

        @Override
        public void sequenceStarted(ImageReader source, int minIndex) {}

        @Override
        public void sequenceComplete(ImageReader source) {}

        @Override
        public void imageStarted(ImageReader source, int imageIndex) {}

        @Override
        public void imageComplete(ImageReader source) {}

        @Override
        public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

        @Override
        public void thumbnailProgress(ImageReader source, float percentageDone) {}

        @Override
        public void thumbnailComplete(ImageReader source) {}
    }
}
