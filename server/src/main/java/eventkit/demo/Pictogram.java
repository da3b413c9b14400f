package eventkit.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** A drawing for a whole sort of equipment, where a photo of the very product would be somebody else's. On a board of 400 by 300. */
enum Pictogram {
    MOVING_HEAD("moving head", List.of("Lighting/Moving Head", "Lighting/Scanner"), p -> {
        p.box(120, 236, 160, 34, 8);
        p.line(150, 236, 150, 120, 250, 120, 250, 236);
        p.box(158, 50, 84, 130, 26);
        p.ring(200, 82, 26);
        p.dot(200, 82, 14);
    }),
    SPOTLIGHT(
            "light", List.of("Lighting/Color Changer", "Lighting/Dimmer", "Lighting/Effect", "Lighting/Flower"), p -> {
                p.line(140, 150, 140, 50, 260, 50, 260, 150);
                p.box(130, 110, 140, 110, 20);
                p.ring(200, 165, 40);
                p.dot(200, 165, 20);
                p.beam(150, 232, 250, 232, 300, 280, 100, 280);
            }),
    STROBE(
            "strobe light",
            List.of("Lighting/Strobe", "Lighting/Blinder", "Lighting/Pixel Bar", "Lighting/Matrix"),
            p -> {
                p.box(70, 90, 260, 110, 10);
                for (int i = 0; i < 6; i++) p.dot(100 + 40 * i, 125, 13);
                for (int i = 0; i < 6; i++) p.dot(100 + 40 * i, 165, 13);
                p.line(110, 200, 110, 240, 290, 240, 290, 200);
            }),
    FOG("fog or haze", List.of("Lighting/Smoke", "Lighting/Hazer"), p -> {
        p.box(60, 160, 150, 80, 10);
        p.line(210, 196, 240, 196);
        p.ring(280, 190, 34);
        p.ring(326, 160, 40);
        p.ring(290, 128, 30);
        p.line(90, 240, 90, 258);
        p.line(180, 240, 180, 258);
    }),
    LASER("laser", List.of("Lighting/Laser"), p -> {
        p.box(50, 130, 130, 80, 8);
        for (int y : new int[] {80, 125, 170, 215, 260}) p.line(180, 170, 350, y);
        p.dot(180, 170, 10);
    }),
    MICROPHONE("microphone", List.of("Audio/Microphones"), p -> {
        p.box(165, 40, 70, 120, 35);
        p.line(165, 80, 235, 80);
        p.line(165, 105, 235, 105);
        p.line(178, 160, 186, 262, 214, 262, 222, 160);
    }),
    LOUDSPEAKER("loudspeaker", List.of("Audio/Loudspeakers"), p -> {
        p.box(130, 30, 140, 240, 12);
        p.ring(200, 92, 32);
        p.dot(200, 92, 12);
        p.ring(200, 192, 54);
        p.dot(200, 192, 22);
    }),
    CONSOLE("console", List.of("Audio/Consoles", "Lighting control/Consoles"), p -> {
        p.box(50, 70, 300, 170, 12);
        p.box(70, 86, 260, 46, 6);
        for (int i = 0; i < 7; i++) {
            p.line(90 + 36 * i, 150, 90 + 36 * i, 224);
            p.dot(90 + 36 * i, 168 + i * 37 % 44, 9);
        }
    }),
    RACK_UNIT(
            "rack unit",
            List.of("Audio/Amplifiers", "Audio/Processing", "Audio/Wireless", "Lighting control/Nodes"),
            p -> {
                for (int y : new int[] {80, 160}) {
                    p.box(50, y, 300, 64, 6);
                    p.dot(80, y + 32, 11);
                    p.dot(116, y + 32, 11);
                    p.line(160, y + 24, 320, y + 24);
                    p.line(160, y + 40, 320, y + 40);
                }
            }),
    CHAIN_HOIST("chain hoist", List.of("Rigging/Chain hoists"), p -> {
        p.hook(200, 40);
        p.line(200, 58, 200, 76);
        p.box(130, 76, 140, 84, 14);
        p.line(150, 100, 250, 100);
        for (int y = 172; y < 225; y += 22) p.ring(200, y, 9);
        p.hook(200, 250);
    }),
    TRUSS("truss", List.of("Rigging/Truss"), p -> {
        p.line(40, 100, 360, 100);
        p.line(40, 200, 360, 200);
        p.line(40, 200, 80, 100, 120, 200, 160, 100, 200, 200, 240, 100, 280, 200, 320, 100, 360, 200);
        for (int x : new int[] {40, 360}) {
            p.dot(x, 100, 10);
            p.dot(x, 200, 10);
        }
    }),
    CABLE("cable", List.of("Signal/Cable", "Power/Cable"), p -> {
        p.ring(190, 150, 92);
        p.ring(190, 150, 74);
        p.ring(190, 150, 56);
        p.line(282, 150, 330, 190);
        p.box(318, 186, 46, 26, 8);
    }),
    DISTRIBUTION("power distribution", List.of("Power/Distribution"), p -> {
        p.box(80, 40, 240, 220, 12);
        for (int row = 0; row < 2; row++) {
            for (int i = 0; i < 3; i++) {
                p.ring(130 + 70 * i, 150 + 66 * row, 24);
                p.dot(130 + 70 * i, 150 + 66 * row, 7);
            }
        }
        for (int i = 0; i < 6; i++) p.box(104 + 33 * i, 66, 20, 34, 3);
    }),
    GENERATOR("generator", List.of("Power/Generators"), p -> {
        p.box(50, 90, 300, 140, 14);
        p.line(80, 130, 170, 130);
        p.line(80, 160, 170, 160);
        p.line(80, 190, 170, 190);
        p.flash(256, 108);
        p.ring(110, 251, 18);
        p.ring(290, 251, 18);
    });

    private static final double SCALE = 1.6;
    private final String title;
    private final List<String> categories;
    private final Consumer<Pen> drawing;

    Pictogram(String title, List<String> categories, Consumer<Pen> drawing) {
        this.title = title;
        this.categories = categories;
        this.drawing = drawing;
    }

    static Optional<Pictogram> of(World.Product product) {
        return Arrays.stream(values())
                .filter(one -> one.categories.contains(product.line().category()))
                .findFirst();
    }

    String caption() {
        return "Pictogram: " + title;
    }

    String fileName() {
        return "pictogram-" + title.replace(' ', '-') + ".png";
    }

    byte[] png() {
        var image = new BufferedImage((int) (400 * SCALE), (int) (300 * SCALE), BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.scale(SCALE, SCALE);
        canvas.setColor(new Color(0xEEF2F3));
        canvas.fillRect(0, 0, 400, 300);
        drawing.accept(new Pen(canvas));
        canvas.dispose();
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the drawings are made of. */
    private record Pen(Graphics2D canvas) {
        private static final Color INK = new Color(0x2B323A);
        private static final Color ACCENT = new Color(0x0E7A75);
        private static final Color FACE = new Color(0xFFFFFF);

        Pen {
            canvas.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        }

        void box(int x, int y, int width, int height, int corner) {
            both(new RoundRectangle2D.Double(x, y, width, height, 2 * corner, 2 * corner), FACE);
        }

        void ring(int x, int y, int radius) {
            canvas.setColor(INK);
            canvas.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        }

        void dot(int x, int y, int radius) {
            canvas.setColor(ACCENT);
            canvas.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        }

        void line(int... points) {
            canvas.setColor(INK);
            canvas.draw(path(points));
        }

        void beam(int... points) {
            canvas.setColor(new Color(0x0E, 0x7A, 0x75, 60));
            canvas.fill(path(points));
        }

        void hook(int x, int y) {
            canvas.setColor(INK);
            canvas.draw(new Arc2D.Double(x - 16, y - 16, 32, 32, 90, -250, Arc2D.OPEN));
        }

        void flash(int x, int y) {
            canvas.setColor(ACCENT);
            var shape = path(x + 16, y, x - 26, y + 60, x + 2, y + 60, x - 12, y + 106, x + 34, y + 40, x + 6, y + 40);
            shape.closePath();
            canvas.fill(shape);
        }

        private void both(java.awt.Shape shape, Color inside) {
            canvas.setColor(inside);
            canvas.fill(shape);
            canvas.setColor(INK);
            canvas.draw(shape);
        }

        private static Path2D path(int... points) {
            var path = new Path2D.Double();
            path.moveTo(points[0], points[1]);
            for (int i = 2; i < points.length; i += 2) path.lineTo(points[i], points[i + 1]);
            return path;
        }
    }
}
