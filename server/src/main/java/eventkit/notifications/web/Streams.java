package eventkit.notifications.web;

import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.ChangeFeed;
import eventkit.core.ChangeFeed.JobProgress;
import eventkit.core.Permission;
import eventkit.identity.Sessions;
import eventkit.notifications.Notifications;
import eventkit.planning.Onlookers;
import eventkit.planning.PullLists;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open streams of this server. While there are any, one thread asks the database again and again what is new, for all of them at once: so it
 * does not matter which of several servers made the change, and a write pays nothing for those who watch. (NOTIFY would make every commit
 * queue behind the others.) What commits late is still seen, because each round looks back over several seconds and passes over what it knows.
 */
@Component
class Streams implements SmartLifecycle {
    private record Unread(long unread) {}

    /** @param things what was changed itself; empty where that is too much to tell */
    private record ActivityHint(String topic, Set<String> kinds, Set<Thing> things) {}

    private record Thing(String kind, UUID id) {}

    /** Somebody came to look at it, or went. */
    private record PresenceHint(String topic, String kind, UUID id) {}

    private record JobHint(
            String topic,
            UUID id,
            String kind,
            String state,
            long done,
            @Nullable Long total) {}

    private static final Logger log = LoggerFactory.getLogger(Streams.class);
    private static final Duration EVERY = Duration.ofMillis(250);
    /** In each of so many rounds everything is asked for, in the others only what was changed just now. */
    private static final int ROUNDS = 4;

    private static final Duration LOOK_BACK = Duration.ofSeconds(15);
    private static final Duration JUST_NOW = Duration.ofSeconds(2);
    private static final int THINGS = 100;
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int PER_PERSON = 20;
    private static final int CHANGES = 2_000;
    private final Notifications notifications;
    private final ChangeFeed feed;
    private final Onlookers onlookers;
    private final Sessions sessions;
    private final Clock clock;
    private final Duration recheck;
    private final List<Stream> streams = new CopyOnWriteArrayList<>();
    private final Object gate = new Object();
    private @Nullable Thread watcher;
    private volatile boolean running;

    // what the watcher has told already; its own thread only
    private Set<UUID> knownChanges = new HashSet<>();
    private Set<UUID> knownArrivals = new HashSet<>();
    private Map<UUID, JobProgress> knownJobs = new HashMap<>();
    private Map<UUID, Long> knownUnread = new HashMap<>();
    private Map<UUID, Set<UUID>> knownOnlookers = new HashMap<>();
    private Instant rechecked = Instant.MIN;

    /** @param recheck how often the sessions of the streams are looked at again */
    Streams(
            Notifications notifications,
            ChangeFeed feed,
            Onlookers onlookers,
            Sessions sessions,
            Clock clock,
            MeterRegistry meters,
            @Value("${eventkit.streams.recheck:15s}") Duration recheck) {
        this.notifications = notifications;
        this.feed = feed;
        this.onlookers = onlookers;
        this.sessions = sessions;
        this.clock = clock;
        this.recheck = recheck;
        Gauge.builder("eventkit.streams", streams, List::size).register(meters);
    }

    SseEmitter open(@Nullable String token) {
        var caller = Callers.current();
        var stream = new Stream(new SseEmitter(0L), caller, token, clock.instant());
        stream.tell("hello", new Unread(notifications.unread()));
        var emitter = stream.emitter();
        emitter.onCompletion(stream::end);
        emitter.onError(e -> stream.end());
        synchronized (gate) {
            if (!running) {
                stream.end();
            } else {
                var mine = streams.stream()
                        .filter(s -> s.caller().user().equals(caller.user()))
                        .toList();
                if (mine.size() >= PER_PERSON) mine.getFirst().end();
                streams.add(stream);
                if (watcher == null)
                    watcher = Thread.ofVirtual().name("streams").start(this::watch);
            }
        }
        Thread.ofVirtual().name("stream").start(() -> {
            try {
                stream.pump();
            } finally {
                streams.remove(stream);
            }
        });
        return emitter;
    }

    private void watch() {
        try {
            forget();
            for (int round = 0; ; round = (round + 1) % ROUNDS) {
                synchronized (gate) {
                    if (!running || streams.isEmpty()) {
                        watcher = null;
                        return;
                    }
                }
                try {
                    if (round == 0) round();
                    else tellChanges(clock.instant().minus(JUST_NOW), false);
                } catch (RuntimeException e) {
                    log.warn("the streams could not be fed; trying again", e);
                }
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException e) {
            synchronized (gate) {
                watcher = null;
            }
        }
    }

    /** What was there before the first stream opened is not news. */
    private void forget() {
        var since = clock.instant().minus(LOOK_BACK);
        try {
            knownChanges = new HashSet<>();
            feed.changes(since, CHANGES).forEach(c -> knownChanges.add(c.entryId()));
            knownJobs = new HashMap<>();
            feed.jobs(since).forEach(j -> knownJobs.put(j.id(), j));
        } catch (RuntimeException e) {
            log.warn("the streams start without knowing what is old", e);
        }
        knownArrivals = new HashSet<>();
        knownUnread = new HashMap<>();
        knownOnlookers = new HashMap<>();
    }

    private void round() {
        var now = clock.instant();
        if (rechecked.isBefore(now.minus(recheck))) {
            recheck(now);
            rechecked = now;
        }
        var since = now.minus(LOOK_BACK);
        var users = new HashSet<UUID>();
        for (var stream : streams) users.add(stream.caller().user());
        if (users.isEmpty()) return;
        tellArrivals(since, users);
        tellUnread(users);
        tellChanges(since, true);
        tellJobs(since);
        tellOnlookers();
    }

    private void tellArrivals(Instant since, Set<UUID> users) {
        var seen = new HashSet<UUID>();
        for (var arrival : notifications.arrivedSince(since, users)) {
            var notification = arrival.notification();
            seen.add(notification.id());
            if (knownArrivals.contains(notification.id())) continue;
            for (var stream : streams) {
                boolean theirs = stream.caller().user().equals(arrival.userId());
                if (theirs && !notification.at().isBefore(stream.opened())) stream.tell("notification", notification);
            }
        }
        knownArrivals = seen;
    }

    private void tellUnread(Set<UUID> users) {
        var unread = notifications.unreadOf(users);
        var now = new HashMap<UUID, Long>();
        for (var user : users) {
            long count = unread.getOrDefault(user, 0L);
            now.put(user, count);
            if (Objects.equals(knownUnread.get(user), count)) continue;
            for (var stream : streams)
                if (stream.caller().user().equals(user)) stream.tell("unread", new Unread(count));
        }
        knownUnread = now;
    }

    /** @param all whether what was known before may be forgotten, because it is older than what is asked for */
    private void tellChanges(Instant since, boolean all) {
        var seen = new HashSet<UUID>();
        var kinds = new TreeSet<String>();
        var things = new LinkedHashSet<Thing>();
        for (var change : feed.changes(since, CHANGES)) {
            seen.add(change.entryId());
            if (knownChanges.contains(change.entryId())) continue;
            kinds.add(change.kind());
            things.add(new Thing(change.kind(), change.subjectId()));
        }
        if (all) knownChanges = seen;
        else knownChanges.addAll(seen);
        if (kinds.isEmpty()) return;
        var hint = new ActivityHint("activity", kinds, things.size() > THINGS ? Set.of() : things);
        for (var stream : streams) stream.tell("hint", hint);
    }

    private void tellJobs(Instant since) {
        var seen = new HashMap<UUID, JobProgress>();
        for (var job : feed.jobs(since)) {
            seen.put(job.id(), job);
            if (job.equals(knownJobs.get(job.id()))) continue;
            var hint = new JobHint("job", job.id(), job.kind(), job.state().name(), job.done(), job.total());
            for (var stream : streams) if (maySee(stream.caller(), job)) stream.tell("hint", hint);
        }
        knownJobs = seen;
    }

    /** That it changed, not who it is: whoever shows the list asks, and may see it or not. */
    private void tellOnlookers() {
        var now = onlookers.now();
        var lists = new HashSet<>(now.keySet());
        lists.addAll(knownOnlookers.keySet());
        for (var list : lists) {
            if (Objects.equals(now.get(list), knownOnlookers.get(list))) continue;
            var hint = new PresenceHint("presence", PullLists.KIND, list);
            for (var stream : streams) stream.tell("hint", hint);
        }
        knownOnlookers = now;
    }

    private static boolean maySee(Caller caller, JobProgress job) {
        return caller.user().equals(job.requestedBy()) || caller.may(Permission.JOB_MANAGE);
    }

    /** A session that was ended ends its streams; permissions that changed hold from now on. */
    private void recheck(Instant now) {
        for (var stream : streams) {
            var token = stream.token();
            var caller = token == null
                    ? null
                    : sessions.caller(token, stream.caller().ip()).orElse(null);
            boolean old = stream.opened().plus(LIFE).isBefore(now);
            if (old || (token != null && caller == null)) stream.end();
            else if (caller != null) stream.caller(caller);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server waits for its requests to end, which these never would by themselves. */
    @Override
    public void stop() {
        synchronized (gate) {
            running = false;
            streams.forEach(Stream::end);
            if (watcher != null) watcher.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
