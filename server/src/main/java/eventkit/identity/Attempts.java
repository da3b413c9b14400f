package eventkit.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts guesses at passwords and codes, and letters that strangers ask for, by account and by address, in the quarter of an hour behind us. Each is
 * written in a transaction of its own, for the request that made it may be refused and rolled back.
 */
@Component
public class Attempts {
    private static final Duration REMEMBERED = Duration.ofMinutes(15);
    private static final int PER_ACCOUNT = 10;
    private static final int PER_ADDRESS = 100;
    private final SessionBook book;
    private final Clock clock;
    private final TransactionTemplate apart;

    Attempts(SessionBook book, Clock clock, PlatformTransactionManager transactions) {
        this.book = book;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Who is guessed at, or from where. @param max how often within the quarter of an hour */
    public record Subject(String key, int max) {}

    static Subject account(String email) {
        return new Subject("account:" + PeopleDesk.address(email), PER_ACCOUNT);
    }

    static Subject address(@Nullable String ip) {
        return new Subject("address:" + ip, PER_ADDRESS);
    }

    /** By somebody who sits at an open session of theirs. */
    static Subject change(UUID userId) {
        return new Subject("change:" + userId, PER_ACCOUNT);
    }

    /** Throws {@link TooManyAttempts}, saying when the next one is taken. */
    public void check(Subject... subjects) {
        var now = clock.instant();
        for (var subject : subjects) {
            var failures = book.failures(subject.key(), now.minus(REMEMBERED));
            if (failures.size() < subject.max()) continue;
            var until = failures.get(failures.size() - subject.max()).plus(REMEMBERED);
            throw new TooManyAttempts(Math.max(1, Duration.between(now, until).toSeconds()));
        }
    }

    public void failed(Subject... subjects) {
        apart.executeWithoutResult(s -> {
            for (var subject : subjects) book.failed(subject.key(), clock.instant());
        });
    }

    /** Whoever got in was the one they said: their earlier slips count no more. */
    void forget(Subject subject) {
        book.forgetFailures(subject.key(), clock.instant().minus(REMEMBERED));
    }
}
