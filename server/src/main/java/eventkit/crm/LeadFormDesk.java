package eventkit.crm;

import static eventkit.crm.db.Tables.LEAD_FORM;
import static eventkit.crm.db.Tables.LEAD_SENT;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.RecurringWork;
import eventkit.core.Subject;
import eventkit.crm.db.tables.records.LeadFormRecord;
import eventkit.identity.CompanyProfile;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The public form: its settings, its defences against machines, and their SQL. */
@Service
class LeadFormDesk implements LeadForm, RecurringWork {
    /** One form an instance, so its id in the audit trail is fixed. */
    private static final UUID ID = new UUID(0, 3);

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int PER_ADDRESS = 10;
    private static final int IN_ALL = 300;
    private final DSLContext db;
    private final LeadDesk leads;
    private final CompanyProfile companies;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    LeadFormDesk(DSLContext db, LeadDesk leads, CompanyProfile companies, Audit audit, Ids ids, Clock clock) {
        this.db = db;
        this.leads = leads;
        this.companies = companies;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Setting get() {
        var row = row();
        return new Setting(
                row.getOpen(),
                row.getIntroEn(),
                row.getIntroDe(),
                row.getThanksEn(),
                row.getThanksDe(),
                row.getVersion());
    }

    @Override
    @Transactional
    public Setting change(Details given, IfMatch ifMatch) {
        db.selectOne().from(LEAD_FORM).forUpdate().fetch();
        var before = get();
        ifMatch.require(before.version(), audit, KIND, ID);
        var details = new Details(
                given.open(),
                CrmRows.blankToNull(given.introEn()),
                CrmRows.blankToNull(given.introDe()),
                CrmRows.blankToNull(given.thanksEn()),
                CrmRows.blankToNull(given.thanksDe()));
        new Check()
                .text(details.introEn(), "introEn", 2_000)
                .text(details.introDe(), "introDe", 2_000)
                .text(details.thanksEn(), "thanksEn", 2_000)
                .text(details.thanksDe(), "thanksDe", 2_000)
                .orThrow();
        if (details.equals(before.details())) return before;
        db.update(LEAD_FORM)
                .set(LEAD_FORM.OPEN, details.open())
                .set(LEAD_FORM.INTRO_EN, details.introEn())
                .set(LEAD_FORM.INTRO_DE, details.introDe())
                .set(LEAD_FORM.THANKS_EN, details.thanksEn())
                .set(LEAD_FORM.THANKS_DE, details.thanksDe())
                .set(LEAD_FORM.VERSION, LEAD_FORM.VERSION.plus(1))
                .execute();
        var after = get();
        audit.changed(new Subject(KIND, ID, "Enquiry form"), after.version(), before.details(), after.details());
        return after;
    }

    @Override
    public Shown show(String language) {
        var row = row();
        if (!row.getOpen()) throw new LeadFormClosed();
        var company = companies.get();
        var locale = language.equals("de") || language.equals("en") ? language : company.locale();
        boolean german = locale.equals("de");
        return new Shown(
                company.name(),
                company.logoFileId(),
                locale,
                german ? row.getIntroDe() : row.getIntroEn(),
                german ? row.getThanksDe() : row.getThanksEn(),
                LeadTask.given(row.getSecret(), ids.next(), clock.instant()),
                LeadTask.BITS);
    }

    @Override
    @Transactional
    public void send(Enquiry e) {
        var row = row();
        if (!row.getOpen()) throw new LeadFormClosed();
        // Whoever fills in what nobody sees is thanked like everybody and learns nothing.
        if (e.website() != null && !e.website().isBlank()) return;
        var now = clock.instant();
        var task = Objects.requireNonNullElse(e.task(), "");
        if (!LeadTask.solved(row.getSecret(), task, Objects.requireNonNullElse(e.answer(), ""), now))
            throw new LeadTaskUnsolved();
        if (!used(task)) return;
        @Nullable String address = Callers.current().ip();
        var since = now.minus(WINDOW);
        if (db.fetchCount(LEAD_SENT, LEAD_SENT.AT.gt(since).and(LEAD_SENT.ADDRESS.eq(String.valueOf(address))))
                        > PER_ADDRESS
                || db.fetchCount(LEAD_SENT, LEAD_SENT.AT.gt(since)) > IN_ALL) throw new TooManyEnquiries();
        leads.came(new Leads.Details(
                e.name(),
                e.company(),
                e.email(),
                e.phone(),
                e.message(),
                e.eventFrom(),
                e.eventTo(),
                e.venue(),
                LeadSource.FORM,
                e.language(),
                null));
    }

    /** Returns false where it was used before: the same enquiry came twice. */
    private boolean used(String task) {
        return db.insertInto(LEAD_SENT)
                        .set(LEAD_SENT.TASK, task)
                        .set(LEAD_SENT.ADDRESS, String.valueOf(Callers.current().ip()))
                        .set(LEAD_SENT.AT, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private LeadFormRecord row() {
        return db.selectFrom(LEAD_FORM).fetchSingle();
    }

    @Override
    public String name() {
        return "crm.forgets-addresses";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        db.deleteFrom(LEAD_SENT)
                .where(LEAD_SENT.AT.lt(clock.instant().minus(Duration.ofDays(1))))
                .execute();
    }
}
