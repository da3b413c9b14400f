package eventkit.labels;

import java.awt.Color;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The company's logo as labels show it: on white, because paper is. One of these serves all labels of a run. */
final class LabelLogo {
    private record Size(int width, int height) {}

    private final BufferedImage image;
    private final String mark;
    private final Map<Size, boolean[][]> dots = new ConcurrentHashMap<>();

    private LabelLogo(BufferedImage image, String mark) {
        this.image = image;
        this.mark = mark;
    }

    /** @param mark tells one logo from another */
    static LabelLogo of(BufferedImage picture, String mark) {
        var flat = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var canvas = flat.createGraphics();
        canvas.drawImage(picture, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return new LabelLogo(flat, mark);
    }

    BufferedImage image() {
        return image;
    }

    String mark() {
        return mark;
    }

    /** Width for a height of one. */
    double aspect() {
        return (double) image.getWidth() / image.getHeight();
    }

    /**
     * In dots as a newspaper has them, because a label printer knows no grey; true is dark, row by row. The labels of a run ask for the same few sizes
     * again and again.
     */
    boolean[][] dots(int width, int height) {
        return dots.computeIfAbsent(new Size(width, height), this::drawn);
    }

    /** What is too light for one dot is owed to those beside it. */
    private boolean[][] drawn(Size size) {
        var scaled = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_BYTE_GRAY);
        var pen = scaled.createGraphics();
        pen.drawImage(image.getScaledInstance(size.width(), size.height(), Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.dispose();
        var dark = new boolean[size.height()][size.width()];
        var light = new double[size.height() + 1][size.width() + 2];
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                light[row][column + 1] += scaled.getRaster().getSample(column, row, 0);
                dark[row][column] = light[row][column + 1] < 128;
                double owed = light[row][column + 1] - (dark[row][column] ? 0 : 255);
                light[row][column + 2] += owed * 7 / 16;
                light[row + 1][column] += owed * 3 / 16;
                light[row + 1][column + 1] += owed * 5 / 16;
                light[row + 1][column + 2] += owed / 16;
            }
        }
        return dark;
    }
}
