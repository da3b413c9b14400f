package eventkit.planning;

import static eventkit.planning.db.Tables.ASSET_SEEN;
import static eventkit.planning.db.Tables.CASE_SEEN;
import static eventkit.planning.db.Tables.EVENT;
import static eventkit.planning.db.Tables.PRODUCT_SEEN;
import static eventkit.planning.db.Tables.PROJECT;
import static eventkit.planning.db.Tables.VENUE_SEEN;
import static eventkit.planning.db.Tables.WAREHOUSE_SEEN;

import eventkit.core.Audit;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.core.NotFound;
import eventkit.core.Permission;
import eventkit.core.Subject;
import eventkit.identity.CompanyProfile;
import eventkit.identity.Sessions;
import eventkit.identity.Tokens;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands out calendars and takes them back. */
@Service
class CalendarFeedDesk implements CalendarFeeds {
    private static final int FEEDS_MAX = 50;
    private static final int SECRET_LENGTH_MAX = 100;
    private static final int PROGRAM_LENGTH_MAX = 200;
    private static final Duration USED_EVERY = Duration.ofMinutes(5);
    private final CalendarFeedRows rows;
    private final CalendarEntries entries;
    private final CalendarFetches fetches;
    private final Sessions sessions;
    private final CompanyProfile company;
    private final DSLContext db;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    CalendarFeedDesk(
            CalendarFeedRows rows,
            CalendarEntries entries,
            CalendarFetches fetches,
            Sessions sessions,
            CompanyProfile company,
            DSLContext db,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.entries = entries;
        this.fetches = fetches;
        this.sessions = sessions;
        this.company = company;
        this.db = db;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Feed> mine() {
        return rows.of(Callers.current().user());
    }

    @Override
    @Transactional
    public Made make(NewFeed feed, String origin) {
        var caller = Callers.current();
        var check = new Check()
                .required(feed.name(), "name")
                .line(feed.name(), "name", 100)
                .required(feed.scope(), "scope");
        if (feed.scope() != null) {
            needs(feed.scope()).forEach(caller::mustHave);
            subject(check, feed.scope(), feed.subjectId());
        }
        check.that(
                        rows.count(caller.user()) < FEEDS_MAX,
                        "name",
                        "too-many",
                        "You have " + FEEDS_MAX + " calendars. Revoke one that nobody uses.")
                .orThrow();
        var f = new NewFeed(feed.name().strip(), feed.scope(), feed.subjectId());
        var secret = Tokens.fresh();
        var id = ids.next();
        rows.insert(id, caller.user(), f, Tokens.hash(secret), clock.instant());
        audit.created(new Subject(KIND, id, f.name()), f);
        return new Made(
                rows.find(id, caller.user()).orElseThrow(),
                company.address(origin) + "/api/v1/calendars/" + secret + ".ics");
    }

    private void subject(Check check, Scope scope, @Nullable UUID id) {
        if (scope == Scope.MINE || scope == Scope.COMPANY) {
            check.that(id == null, "subjectId", "not-possible", "This calendar is not of one thing.");
            return;
        }
        check.required(id, "subjectId");
        if (id == null) return;
        boolean there = switch (scope) {
            case MINE, COMPANY -> true;
            case EVENT -> db.fetchExists(EVENT, EVENT.ID.eq(id).and(EVENT.TEMPLATE.isFalse()));
            case PROJECT -> db.fetchExists(PROJECT, PROJECT.ID.eq(id));
            case VENUE -> db.fetchExists(VENUE_SEEN, VENUE_SEEN.ID.eq(id));
            case PRODUCT -> db.fetchExists(PRODUCT_SEEN, PRODUCT_SEEN.ID.eq(id));
            case ASSET -> db.fetchExists(ASSET_SEEN, ASSET_SEEN.ID.eq(id));
            case CASE -> db.fetchExists(CASE_SEEN, CASE_SEEN.ID.eq(id));
            case WAREHOUSE -> db.fetchExists(WAREHOUSE_SEEN, WAREHOUSE_SEEN.ID.eq(id));
        };
        check.that(there, "subjectId", "unknown", "There is no such thing.");
    }

    /** What its owner must hold, when it is made and whenever it is fetched. */
    private static Set<Permission> needs(Scope scope) {
        return switch (scope) {
            case MINE, COMPANY, EVENT, PROJECT -> EnumSet.of(Permission.EVENT_READ);
            case VENUE -> EnumSet.of(Permission.EVENT_READ, Permission.VENUE_READ);
            case PRODUCT -> EnumSet.of(Permission.EVENT_READ, Permission.PRODUCT_READ);
            case ASSET, CASE -> EnumSet.of(Permission.EVENT_READ, Permission.ASSET_READ);
            case WAREHOUSE -> EnumSet.of(Permission.EVENT_READ, Permission.LOCATION_READ);
        };
    }

    @Override
    @Transactional
    public void revoke(UUID id) {
        var feed = rows.find(id, Callers.current().user()).orElseThrow(() -> new NotFound(KIND, id));
        rows.delete(id);
        audit.removed(new Subject(KIND, id, feed.name()), 2, new NewFeed(feed.name(), feed.scope(), feed.subjectId()));
    }

    @Override
    public String read(String secret, @Nullable String ip, @Nullable String program, String origin) {
        fetches.count("address " + ip, CalendarFetches.PER_ADDRESS);
        if (secret.length() > SECRET_LENGTH_MAX) throw unknown();
        var owned = rows.bySecret(Tokens.hash(secret)).orElseThrow(CalendarFeedDesk::unknown);
        var feed = owned.feed();
        var owner = sessions.standIn(owned.ownerId(), ip)
                .filter(o -> needs(feed.scope()).stream().allMatch(o::may))
                .orElseThrow(CalendarFeedDesk::unknown);
        fetches.count("feed " + feed.id(), CalendarFetches.PER_FEED);
        used(feed, program);
        return Callers.as(
                owner,
                () -> CalendarText.of(feed.name(), zone(owner), entries.of(feed, owner, company.address(origin))));
    }

    private void used(Feed feed, @Nullable String program) {
        var now = clock.instant();
        if (feed.usedAt() != null && feed.usedAt().plus(USED_EVERY).isAfter(now)) return;
        rows.used(feed.id(), now, program == null ? null : line(program));
    }

    private static String line(String program) {
        var text = program.replaceAll("\\p{Cntrl}", " ").strip();
        return text.substring(0, Math.min(PROGRAM_LENGTH_MAX, text.length()));
    }

    /** The same for all: who guesses learns nothing, and who lost the right sees no more than who never had it. */
    private static NotFound unknown() {
        return new NotFound("calendar", "this address");
    }

    private static ZoneId zone(Caller owner) {
        try {
            return ZoneId.of(owner.timeZone());
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
