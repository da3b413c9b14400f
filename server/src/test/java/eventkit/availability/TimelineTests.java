package eventkit.availability;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.availability.World.Fact;
import eventkit.availability.World.Out;
import eventkit.availability.World.Want;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTests {
    private static final List<String> STOCKS = List.of("SM58", "HOIST", "PAR");

    /** A random company, asked after every change; the naive recount must say the same. */
    @Test
    void saysWhatARecountSays() {
        for (long seed = 1; seed <= 300; seed++) walk(seed);
    }

    private static void walk(long seed) {
        var random = new Random(seed);
        var world = new World();
        var held = new ArrayList<Fact>();
        var out = new ArrayList<Out>();
        for (var stock : STOCKS) {
            world.add(new Fact("", stock, Seconds.ALWAYS, Seconds.FOREVER, Weight.stock(5 + random.nextInt(15))));
        }
        for (int step = 0; step < 60; step++) {
            var stock = STOCKS.get(random.nextInt(STOCKS.size()));
            int from = random.nextInt(50);
            int to = random.nextInt(10) == 0 ? Seconds.FOREVER : from + 1 + random.nextInt(20);
            switch (random.nextInt(7)) {
                case 0, 1 -> {
                    var standing = Standing.values()[random.nextInt(Standing.values().length)];
                    var fact = new Fact(
                            "E" + step,
                            stock,
                            from,
                            to,
                            standing.weigh(1 + random.nextInt(6), random.nextInt(102) - 1));
                    world.add(fact);
                    held.add(fact);
                }
                case 2 -> {
                    if (!held.isEmpty()) world.remove(held.remove(random.nextInt(held.size())));
                }
                case 3 -> {
                    var gone = new Out("E" + step, stock, 1 + random.nextInt(3), from + 1 + random.nextInt(20));
                    world.add(new Fact(gone.owner(), stock, from, gone.due(), Weight.stock(-gone.quantity())));
                    world.goesOut(gone);
                    out.add(gone);
                }
                case 4 -> {
                    if (!out.isEmpty()) world.comesBack(out.remove(random.nextInt(out.size())));
                }
                case 5 -> {
                    int now = random.nextInt(60);
                    world.moment = new Moment(now, random.nextInt(5) == 0 ? Seconds.FOREVER : now + random.nextInt(9));
                }
                default -> claim(world, random, seed, step);
            }
            for (var each : STOCKS) {
                int begin = random.nextInt(60);
                int end = begin + 1 + random.nextInt(30);
                assertThat(world.free(each, begin, end))
                        .as("seed %d, step %d, %s %d..%d", seed, step, each, begin, end)
                        .isEqualTo(world.recount(each, begin, end));
            }
        }
    }

    /** A claim is held when the naive recount would still be at zero or above wherever it takes, else it changes nothing. */
    private static void claim(World world, Random random, long seed, int step) {
        var wants = new ArrayList<Want>();
        for (int line = 0; line <= random.nextInt(4); line++) {
            int from = random.nextInt(50);
            wants.add(new Want(
                    STOCKS.get(random.nextInt(STOCKS.size())),
                    1 + random.nextInt(5),
                    from,
                    from + 1 + random.nextInt(20)));
        }
        var trial = new ArrayList<Fact>();
        for (var want : wants) {
            trial.add(new Fact("T", want.stock(), want.from(), want.to(), Weight.stock(-want.quantity())));
        }
        trial.forEach(world::add);
        boolean fits = true;
        for (var want : wants) {
            fits &= world.recount(want.stock(), want.from(), want.to()).firm() >= 0;
        }
        trial.forEach(world::remove);
        var before = world.facts().toList();
        var shorts = world.claim("C" + step, wants);
        assertThat(shorts.isEmpty())
                .as("seed %d, step %d, %s", seed, step, wants)
                .isEqualTo(fits);
        if (!fits) assertThat(world.facts().toList()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void sumsAtOnceWhatItSumsOneByOne(long seed) {
        var random = new Random(seed);
        int count = 400;
        var from = new int[count];
        var to = new int[count];
        var quantity = new int[count];
        var one = Profile.ZERO;
        for (int i = 0; i < count; i++) {
            from[i] = random.nextInt(20) == 0 ? Seconds.ALWAYS : random.nextInt(300) - 100;
            to[i] = random.nextInt(20) == 0 ? Seconds.FOREVER : random.nextInt(320) - 100;
            quantity[i] = random.nextInt(9) - 4;
            one = one.plus(from[i], to[i], quantity[i]);
        }
        assertThat(Profile.sum(from, to, quantity, count)).isEqualTo(one);
        for (int i = 0; i < count; i++) one = one.plus(from[i], to[i], -quantity[i]);
        assertThat(one).isEqualTo(Profile.ZERO);
    }

    /** As many steps as several blocks hold; and none left when all is taken away again, so that blocks grow, split, empty and join. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void manyStepsAreAsOneByOne(long seed) {
        var random = new Random(seed);
        int seconds = 20 * Block.MOST;
        var plain = new int[seconds];
        var profile = Profile.ZERO;
        var done = new ArrayList<int[]>();
        int most = 6_000;
        for (int i = 0; i < 2 * most; i++) {
            // All of it, to the end of time, is gone through as well.
            if (i == most) assertThat(Profile.ZERO.plus(profile, 1)).isEqualTo(profile);
            boolean more = i < most && (done.isEmpty() || random.nextInt(4) != 0);
            if (!more && done.isEmpty()) break;
            var one = more ? stretch(random, seconds) : done.remove(random.nextInt(done.size()));
            if (more) done.add(one);
            int quantity = more ? one[2] : -one[2];
            profile = profile.plus(one[0], one[1], quantity);
            for (int second = Math.max(0, one[0]); second < Math.min(seconds, one[1]); second++)
                plain[second] += quantity;
            var asked = stretch(random, seconds);
            int from = Math.clamp(asked[0], 0, seconds - 1);
            int to = Math.clamp(asked[1], from + 1, seconds);
            var slice = Arrays.copyOfRange(plain, from, to);
            assertThat(profile.minimum(from, to))
                    .isEqualTo(Arrays.stream(slice).min().orElseThrow());
            assertThat(profile.maximum(from, to))
                    .isEqualTo(Arrays.stream(slice).max().orElseThrow());
            assertThat(profile.at(from)).isEqualTo(plain[from]);
        }
        while (!done.isEmpty()) {
            var one = done.removeLast();
            profile = profile.plus(one[0], one[1], -one[2]);
        }
        assertThat(profile).isEqualTo(Profile.ZERO);
    }

    private static int[] stretch(Random random, int seconds) {
        int from = random.nextInt(40) == 0 ? Seconds.ALWAYS : random.nextInt(seconds);
        int length = random.nextInt(10) == 0 ? seconds : 200;
        int to = random.nextInt(40) == 0 ? Seconds.FOREVER : Math.max(0, from) + 1 + random.nextInt(length);
        return new int[] {from, to, 1 + random.nextInt(4)};
    }
}
