package eventkit.mail;

import static eventkit.mail.db.Tables.TEMPLATE;

import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.IfMatch;
import eventkit.core.Subject;
import eventkit.identity.Company;
import eventkit.identity.CompanyProfile;
import eventkit.mail.db.tables.records.TemplateRecord;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The words of e-mails, their rules and their SQL. */
@Service
class TemplateDesk implements MailTemplates {
    private final DSLContext db;
    private final CompanyProfile companies;
    private final Audit audit;
    private final Clock clock;

    TemplateDesk(DSLContext db, CompanyProfile companies, Audit audit, Clock clock) {
        this.db = db;
        this.companies = companies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Throws {@link MailTemplateBroken}; nothing of a broken one leaves. */
    Wording words(MailKind kind, String language, Map<String, String> facts) {
        var locale = OurWords.LOCALES.contains(language) ? language : "en";
        var own = own(kind, locale).map(row -> new Words(row.getSubject(), row.getBody()));
        own.flatMap(words -> fault(kind, words)).ifPresent(why -> {
            throw new MailTemplateBroken(kind, locale, why);
        });
        return filled(own.orElseGet(() -> OurWords.of(kind, locale)), facts);
    }

    private Wording filled(Words words, Map<String, String> given) {
        var facts = new HashMap<>(given);
        facts.put("company", companies.find().map(Company::name).orElse("EventKit"));
        return new Wording(
                Places.filled(words.subject(), facts).strip(),
                Places.filled(words.body(), facts).strip());
    }

    private static Optional<String> fault(MailKind kind, Words words) {
        var facts = facts(kind);
        return Places.fault(words.subject(), facts).or(() -> Places.fault(words.body(), facts));
    }

    private static List<String> facts(MailKind kind) {
        var all = new ArrayList<>(kind.facts());
        all.add("company");
        return all;
    }

    @Override
    public List<MailTemplate> all() {
        var result = new ArrayList<MailTemplate>();
        for (var kind : MailKind.values()) {
            for (var locale : List.of("en", "de")) result.add(get(kind, locale));
        }
        return result;
    }

    @Override
    public MailTemplate get(MailKind kind, String locale) {
        known(locale);
        var own = own(kind, locale);
        var words =
                own.map(row -> new Words(row.getSubject(), row.getBody())).orElseGet(() -> OurWords.of(kind, locale));
        return new MailTemplate(
                kind,
                locale,
                words.subject(),
                words.body(),
                own.isPresent(),
                kind.toClients(),
                facts(kind),
                own.map(TemplateRecord::getVersion).orElse(0L));
    }

    @Override
    @Transactional
    public MailTemplate change(MailKind kind, String locale, Words given, IfMatch ifMatch) {
        var before = lock(kind, locale, ifMatch);
        var words = checked(kind, given);
        if (words.equals(new Words(before.subject(), before.body()))) return before;
        db.insertInto(TEMPLATE)
                .set(TEMPLATE.KIND, kind.name())
                .set(TEMPLATE.LOCALE, locale)
                .set(TEMPLATE.SUBJECT, words.subject())
                .set(TEMPLATE.BODY, words.body())
                .set(TEMPLATE.CHANGED_AT, clock.instant())
                .set(TEMPLATE.VERSION, before.version() + 1)
                .onConflict(TEMPLATE.KIND, TEMPLATE.LOCALE)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        audit.changed(subject(kind, locale), before.version() + 1, new Words(before.subject(), before.body()), words);
        return get(kind, locale);
    }

    @Override
    @Transactional
    public MailTemplate reset(MailKind kind, String locale, IfMatch ifMatch) {
        var before = lock(kind, locale, ifMatch);
        if (!before.own()) return before;
        db.deleteFrom(TEMPLATE)
                .where(TEMPLATE.KIND.eq(kind.name()))
                .and(TEMPLATE.LOCALE.eq(locale))
                .execute();
        var after = get(kind, locale);
        audit.changed(
                subject(kind, locale),
                before.version() + 1,
                new Words(before.subject(), before.body()),
                new Words(after.subject(), after.body()));
        return after;
    }

    @Override
    public Preview preview(MailKind kind, String locale, Words given) {
        known(locale);
        var words = checked(kind, given);
        var facts = new HashMap<String, String>();
        for (var fact : kind.facts()) facts.put(fact, sample(fact, locale));
        var filled = filled(words, facts);
        var company = companies.find().map(Company::name).orElse("EventKit");
        return new Preview(
                filled.subject(), filled.text(), AsHtml.page(locale, company, filled.subject(), filled.text()));
    }

    private static String sample(String fact, String locale) {
        boolean german = locale.equals("de");
        return switch (fact) {
            case "name", "user" -> "Ana Ruiz";
            case "link" -> "https://kit.example.com/join/4f1c";
            case "settings" -> "https://kit.example.com/account/notifications";
            case "until" -> german ? "1. Juni 2027, 18:00" : "1 June 2027, 18:00";
            case "text" -> german ? "Summer Stage fehlt etwas: 2 × SM58" : "Summer Stage runs short: 2 × SM58";
            case "count" -> "3";
            case "list" ->
                german
                        ? "– Summer Stage fehlt etwas: 2 × SM58\n– Prüfungen überfällig: 4"
                        : "– Summer Stage runs short: 2 × SM58\n– Inspections overdue: 4";
            case "code" -> "4071 9926";
            case "report" -> german ? "Ertrag je Veranstaltung" : "Event profitability";
            case "greeting" -> german ? "Guten Tag Ida Holm" : "Dear Ida Holm";
            case "client" -> "Holm Festivals";
            case "deal" -> "Summer Stage 2027";
            case "number" -> "2027-0042";
            case "sum" -> german ? "1.190,00 €" : "€1,190.00";
            case "due" -> german ? "14. Juni 2027" : "14 June 2027";
            default -> throw new IllegalStateException(fact);
        };
    }

    private static Words checked(MailKind kind, Words given) {
        var subject = given.subject() == null ? "" : given.subject().strip();
        var body = given.body() == null ? "" : given.body().strip().replace("\r\n", "\n");
        var facts = facts(kind);
        var check = new Check()
                .required(subject, "subject")
                .line(subject, "subject", 200)
                .required(body, "body")
                .text(body, "body", 20_000);
        Places.fault(subject, facts).ifPresent(why -> check.that(false, "subject", "placeholder", why));
        Places.fault(body, facts).ifPresent(why -> check.that(false, "body", "placeholder", why));
        var needed = kind.needed();
        check.that(
                        needed == null || body.matches("(?s).*\\{\\{\\s*" + needed + "\\s*}}.*"),
                        "body",
                        "link-missing",
                        "Without {{" + needed + "}} whoever reads it can do nothing.")
                .orThrow();
        return new Words(subject, body);
    }

    private MailTemplate lock(MailKind kind, String locale, IfMatch ifMatch) {
        known(locale);
        db.execute("select pg_advisory_xact_lock(hashtext(?))", "mail.template." + kind + "." + locale);
        var before = get(kind, locale);
        ifMatch.require(before.version(), audit, KIND, subject(kind, locale).id());
        return before;
    }

    private static void known(String locale) {
        new Check()
                .that(OurWords.LOCALES.contains(locale), "locale", "unknown-language", "Use en or de.")
                .orThrow();
    }

    private Optional<TemplateRecord> own(MailKind kind, String locale) {
        return db.selectFrom(TEMPLATE)
                .where(TEMPLATE.KIND.eq(kind.name()))
                .and(TEMPLATE.LOCALE.eq(locale))
                .fetchOptional();
    }

    private static Subject subject(MailKind kind, String locale) {
        var label = kind + " (" + locale + ")";
        return new Subject(KIND, UUID.nameUUIDFromBytes(label.getBytes(StandardCharsets.UTF_8)), label);
    }
}
