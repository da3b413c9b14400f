package eventkit.scanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventkit.testing.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GatheringTests {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<List<String>> done = new ArrayList<>();
    private final Gathering<String, String> gathering =
            new Gathering<>((one, other) -> one.charAt(0) == other.charAt(0), String::length, 6, this::answer);

    private List<String> answer(List<String> all) {
        done.add(all);
        begun.countDown();
        try {
            if (!goOn.await(Patience.SECONDS, TimeUnit.SECONDS)) throw new IllegalStateException("nobody let it go on");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (all.contains("a bad")) throw new IllegalArgumentException("bad");
        return all.stream().map(asked -> asked + "!").toList();
    }

    /** The first begins at once; those after it wait, in this order. */
    private List<Future<String>> ask(String... all) throws Exception {
        var answers = new ArrayList<Future<String>>();
        try (var threads = Executors.newCachedThreadPool()) {
            for (var asked : all) {
                int waiting = gathering.waiting();
                Callable<String> work = () -> gathering.answer(asked);
                answers.add(threads.submit(work));
                if (answers.size() == 1)
                    assertThat(begun.await(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
                else while (gathering.waiting() == waiting) Thread.onSpinWait();
            }
            goOn.countDown();
        }
        return answers;
    }

    @Test
    void whatWaitsIsAnsweredTogetherAsFarAsItGoesTogether() throws Exception {
        var answers = ask("a", "ab", "ac", "abcdefgh", "b", "ad");
        for (var answer : answers) assertThat(answer.get()).endsWith("!");
        assertThat(answers.get(3).get()).isEqualTo("abcdefgh!");
        assertThat(done)
                .containsExactly(List.of("a"), List.of("ab", "ac"), List.of("abcdefgh"), List.of("b"), List.of("ad"));
    }

    @Test
    void whatFailsIsItsOwnFaultOnly() throws Exception {
        var answers = ask("a", "a", "a bad");
        assertThat(answers.get(1).get()).isEqualTo("a!");
        assertThatThrownBy(() -> answers.get(2).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(done).containsExactly(List.of("a"), List.of("a", "a bad"), List.of("a"), List.of("a bad"));
        assertThat(gathering.answer("again")).isEqualTo("again!");
    }
}
