package eventkit.availability;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** One thing that a change does to the timeline of a stock. As it stands in {@code availability.change}: 25 bytes, big-endian. */
sealed interface Effect {
    int BYTES = 25;

    int stock();

    Timeline on(Timeline there);

    /** A fact or booking begins to be believed; with the negated weight it ends to be. */
    record Weighs(int stock, int from, int to, Weight weight) implements Effect {
        @Override
        public Timeline on(Timeline there) {
            return there.plus(from, to, weight);
        }
    }

    record GoesOut(int stock, Away away) implements Effect {
        @Override
        public Timeline on(Timeline there) {
            return there.plusAway(away);
        }
    }

    record ComesBack(int stock, Away away) implements Effect {
        @Override
        public Timeline on(Timeline there) {
            return there.minusAway(away);
        }
    }

    /** There is no such stock any more: its product, case or warehouse was removed, and its rows with it. */
    record Gone(int stock) implements Effect {
        @Override
        public Timeline on(Timeline there) {
            return Timeline.EMPTY;
        }
    }

    static byte[] write(List<Effect> effects) {
        var bytes = ByteBuffer.allocate(BYTES * effects.size());
        for (var effect : effects) {
            switch (effect) {
                case Weighs(int stock, int from, int to, Weight w) ->
                    bytes.put((byte) 0)
                            .putInt(stock)
                            .putInt(from)
                            .putInt(to)
                            .putInt(w.firm())
                            .putInt(w.soft())
                            .putInt(w.hundredths());
                case GoesOut(int stock, Away away) -> write(bytes, 1, stock, away);
                case ComesBack(int stock, Away away) -> write(bytes, 2, stock, away);
                case Gone(int stock) -> bytes.put((byte) 3).putInt(stock).put(new byte[BYTES - 5]);
            }
        }
        return bytes.array();
    }

    private static void write(ByteBuffer bytes, int kind, int stock, Away away) {
        bytes.put((byte) kind)
                .putInt(stock)
                .putInt(away.dueBack())
                .putInt(away.until())
                .putInt(away.quantity())
                .putInt(away.certain() ? 0 : 1)
                .putInt(away.from());
    }

    static List<Effect> read(byte[] written) {
        var bytes = ByteBuffer.wrap(written);
        var effects = new ArrayList<Effect>(written.length / BYTES);
        while (bytes.hasRemaining()) {
            byte kind = bytes.get();
            int stock = bytes.getInt();
            int from = bytes.getInt();
            int to = bytes.getInt();
            int firm = bytes.getInt();
            int soft = bytes.getInt();
            int hundredths = bytes.getInt();
            effects.add(
                    switch (kind) {
                        case 0 -> new Weighs(stock, from, to, new Weight(firm, soft, hundredths));
                        case 1 -> new GoesOut(stock, new Away(firm, from, hundredths, to, soft == 0));
                        case 2 -> new ComesBack(stock, new Away(firm, from, hundredths, to, soft == 0));
                        case 3 -> new Gone(stock);
                        default -> throw new IllegalStateException("effect " + kind + " is of a newer version");
                    });
        }
        return effects;
    }
}
