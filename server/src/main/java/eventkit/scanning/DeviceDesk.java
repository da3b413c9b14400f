package eventkit.scanning;

import eventkit.core.Audit;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.Subject;
import eventkit.identity.CompanyProfile;
import eventkit.identity.LinkSpent;
import eventkit.identity.Sessions;
import eventkit.identity.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class DeviceDesk implements Devices {
    static final String KIND = "scan-device";
    private static final Duration INVITED_FOR = Duration.ofMinutes(10);
    private static final int NAME_MAX = 100;
    private final DeviceRows rows;
    private final Sessions sessions;
    private final CompanyProfile company;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    DeviceDesk(DeviceRows rows, Sessions sessions, CompanyProfile company, Audit audit, Ids ids, Clock clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.company = company;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Invitation invite(NewDevice device, String origin) {
        new Check().line(device.name(), "name", NAME_MAX).orThrow();
        var caller = Callers.current();
        var token = Tokens.fresh();
        var now = clock.instant();
        var until = now.plus(INVITED_FOR);
        rows.invite(Tokens.hash(token), name(device.name(), caller.name()), caller.user(), now, until);
        return new Invitation(company.address(origin) + "/device/" + token, token, until);
    }

    private static String name(@Nullable String given, String otherwise) {
        var name = given == null || given.isBlank() ? otherwise : given.strip();
        return name.substring(0, name.offsetByCodePoints(0, Math.min(NAME_MAX, name.codePointCount(0, name.length()))));
    }

    @Override
    @Transactional
    public Enrolled enrol(Enrolment enrolment, @Nullable String ip, @Nullable String userAgent) {
        new Check()
                .required(enrolment.token(), "token")
                .line(enrolment.token(), "token", 200)
                .line(enrolment.name(), "name", NAME_MAX)
                .orThrow();
        var now = clock.instant();
        var invited = rows.take(Tokens.hash(enrolment.token()), now).orElseThrow(LinkSpent::new);
        var person = sessions.standIn(invited.userId(), ip).orElseThrow(LinkSpent::new);
        person.mustHave(Permission.SCAN);
        var opened = sessions.open(invited.userId(), ip, userAgent);
        var session = sessions.caller(opened.token(), ip)
                .map(Caller::sessionId)
                .orElseThrow(() -> new IllegalStateException("a session that was just opened"));
        var id = ids.next();
        var name = name(enrolment.name(), invited.name());
        rows.insert(id, name, invited.userId(), session, now);
        Callers.runAs(
                person,
                () -> audit.record(
                        new Subject(KIND, id, name), "enrolled", 1, List.of(audit.change("name", null, name))));
        return new Enrolled(get(id), opened);
    }

    private Device get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("device", id));
    }

    @Override
    public Page<Device> list(ListQuery query) {
        var caller = Callers.current();
        return rows.list(query, caller.may(Permission.DEVICE_MANAGE) ? null : caller.user());
    }

    @Override
    @Transactional
    public void revoke(UUID id) {
        var caller = Callers.current();
        var device = get(id);
        if (!device.userId().equals(caller.userId()) && !caller.may(Permission.DEVICE_MANAGE))
            throw new NotFound("device", id);
        var session = rows.session(id);
        if (session.isEmpty()) return;
        rows.revoke(id, clock.instant(), caller.name());
        audit.record(new Subject(KIND, id, device.name()), "revoked", 2, List.of());
        sessions.standIn(device.userId(), caller.ip())
                .ifPresent(owner -> Callers.runAs(owner, () -> endQuietly(session.get())));
    }

    /** It may have run out or been signed out of before. */
    private void endQuietly(UUID session) {
        if (sessions.mine().stream().anyMatch(s -> s.id().equals(session))) sessions.end(session);
    }
}
