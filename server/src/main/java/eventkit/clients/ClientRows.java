package eventkit.clients;

import static eventkit.clients.db.Tables.ADDRESS;
import static eventkit.clients.db.Tables.CLIENT;
import static eventkit.clients.db.Tables.CONTACT;
import static eventkit.clients.db.Tables.MERGED;

import eventkit.core.Ids;
import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of clients. */
@Component
class ClientRows {
    private final DSLContext db;
    private static final TypeReference<Map<String, JsonNode>> CUSTOM = new TypeReference<>() {};
    private final Ids ids;
    private final JsonMapper json;

    ClientRows(DSLContext db, Ids ids, JsonMapper json) {
        this.db = db;
        this.ids = ids;
        this.json = json;
    }

    Optional<Client> find(ClientId id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    /** Locked until the end of the transaction. */
    Optional<Client> lock(ClientId id) {
        db.select(CLIENT.ID)
                .from(CLIENT)
                .where(CLIENT.ID.eq(id.value()))
                .forUpdate()
                .fetch();
        return find(id);
    }

    Optional<ClientId> idByCode(String code) {
        return db.select(CLIENT.ID)
                .from(CLIENT)
                .where(DSL.upper(CLIENT.CODE).eq(DSL.upper(DSL.val(code))))
                .fetchOptional(row -> new ClientId(row.value1()));
    }

    Map<ClientId, Client> byIds(Collection<ClientId> wanted) {
        var result = new LinkedHashMap<ClientId, Client>();
        if (wanted.isEmpty()) return result;
        var values = wanted.stream().map(ClientId::value).toList();
        var contacts = contacts(values);
        var addresses = addresses(values);
        db.selectFrom(CLIENT).where(CLIENT.ID.in(values)).forEach(row -> {
            var client = new Client(
                    new ClientId(row.getId()),
                    row.getName(),
                    row.getCode(),
                    row.getVatNumber(),
                    row.getVatNumber() == null
                            ? null
                            : VatNumber.read(row.getVatNumber(), row.getCountry())
                                    .check(),
                    List.of(row.getAddressLines()),
                    row.getCountry(),
                    row.getEmail(),
                    row.getPhone(),
                    row.getWeb(),
                    row.getLanguage(),
                    List.of(row.getTags()),
                    row.getNotes(),
                    row.getBillingName(),
                    row.getBillingEmail(),
                    row.getBuyerReference(),
                    row.getPaymentDays(),
                    row.getCurrency(),
                    List.of(row.getPreferredBrands()),
                    List.of(row.getAvoidedBrands()),
                    row.getCustom().data().length() <= 2
                            ? Map.of()
                            : json.readValue(row.getCustom().data(), CUSTOM),
                    contacts.getOrDefault(row.getId(), List.of()),
                    addresses.getOrDefault(row.getId(), List.of()),
                    row.getArchivedAt(),
                    row.getCreatedAt(),
                    row.getChangedAt(),
                    row.getVersion());
            result.put(client.id(), client);
        });
        return result;
    }

    List<String> brands() {
        var brand = DSL.field(DSL.name("brand"), String.class);
        return db.selectDistinct(brand)
                .from(
                        CLIENT,
                        DSL.unnest(DSL.arrayConcat(CLIENT.PREFERRED_BRANDS, CLIENT.AVOIDED_BRANDS))
                                .as("b", "brand"))
                .orderBy(brand)
                .fetch(brand);
    }

    List<String> tags() {
        var tag = DSL.field(DSL.name("tag"), String.class);
        return db.selectDistinct(tag)
                .from(CLIENT, DSL.unnest(CLIENT.TAGS).as("t", "tag"))
                .orderBy(tag)
                .fetch(tag);
    }

    Page<Client> list(ListQuery query, Clients.Filter filter) {
        var page = Listing.by(CLIENT.ID, "name")
                .sort("name", DSL.lower(CLIENT.NAME))
                .sort("code", DSL.upper(DSL.coalesce(CLIENT.CODE, "")))
                .sort("createdAt", CLIENT.CREATED_AT)
                .sort("changedAt", CLIENT.CHANGED_AT)
                .page(
                        db,
                        query,
                        CLIENT,
                        where(filter, query.text()),
                        found -> db.select(CLIENT.ID).from(CLIENT).where(CLIENT.ID.in(found)),
                        row -> row.get(CLIENT.ID),
                        row -> new ClientId(row.get(CLIENT.ID)));
        var clients = byIds(page.items());
        return new Page<>(
                page.items().stream()
                        .filter(clients::containsKey)
                        .map(id -> Objects.requireNonNull(clients.get(id)))
                        .toList(),
                page.total(),
                page.next());
    }

    private static Condition where(Clients.Filter filter, @Nullable String text) {
        Condition where = DSL.noCondition();
        if (filter.archived() != null)
            where = where.and(filter.archived() ? CLIENT.ARCHIVED_AT.isNotNull() : CLIENT.ARCHIVED_AT.isNull());
        if (!filter.tags().isEmpty()) where = where.and(DSL.arrayOverlap(CLIENT.TAGS, array(filter.tags())));
        if (!filter.countries().isEmpty()) where = where.and(CLIENT.COUNTRY.in(filter.countries()));
        if (!filter.brands().isEmpty())
            where = where.and(DSL.arrayOverlap(CLIENT.PREFERRED_BRANDS, array(filter.brands())));
        if (text != null) {
            var searched = DSL.concat(
                    CLIENT.NAME,
                    DSL.val(" "),
                    DSL.coalesce(CLIENT.CODE, ""),
                    DSL.val(" "),
                    DSL.coalesce(CLIENT.VAT_NUMBER, ""),
                    DSL.val(" "),
                    DSL.coalesce(CLIENT.EMAIL, ""),
                    DSL.val(" "),
                    DSL.coalesce(people(), ""));
            where = where.and(Listing.words(text, searched));
        }
        return where;
    }

    private static Field<String> people() {
        return DSL.field(DSL.select(DSL.groupConcat(CONTACT.NAME).separator(" "))
                .from(CONTACT)
                .where(CONTACT.CLIENT_ID.eq(CLIENT.ID)));
    }

    void insert(ClientId id, ClientDetails d, Instant now) {
        db.insertInto(CLIENT)
                .set(facts(d))
                .set(CLIENT.ID, id.value())
                .set(CLIENT.CREATED_AT, now)
                .set(CLIENT.CHANGED_AT, now)
                .execute();
        writeContacts(id, d.contacts());
        writeAddresses(id, d.addresses());
    }

    void update(ClientId id, ClientDetails d, Instant now, long version) {
        db.update(CLIENT)
                .set(facts(d))
                .set(CLIENT.CHANGED_AT, now)
                .set(CLIENT.VERSION, version)
                .where(CLIENT.ID.eq(id.value()))
                .execute();
    }

    void archive(ClientId id, @Nullable Instant at, Instant now, long version) {
        db.update(CLIENT)
                .set(CLIENT.ARCHIVED_AT, at)
                .set(CLIENT.CHANGED_AT, now)
                .set(CLIENT.VERSION, version)
                .where(CLIENT.ID.eq(id.value()))
                .execute();
    }

    void delete(ClientId id) {
        db.deleteFrom(CLIENT).where(CLIENT.ID.eq(id.value())).execute();
    }

    void dropContacts(ClientId id, Collection<ContactId> kept) {
        db.deleteFrom(CONTACT)
                .where(CONTACT.CLIENT_ID.eq(id.value()))
                .and(CONTACT.ID.notIn(kept.stream().map(ContactId::value).toList()))
                .execute();
    }

    /** Those with an id are there already. */
    void writeContacts(ClientId id, List<Contact.Line> lines) {
        // Or two would be preferred between one statement and the next.
        db.update(CONTACT)
                .set(CONTACT.PREFERRED, false)
                .where(CONTACT.CLIENT_ID.eq(id.value()))
                .and(CONTACT.PREFERRED)
                .execute();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var values = new LinkedHashMap<Field<?>, @Nullable Object>();
            values.put(CONTACT.POSITION, i);
            values.put(CONTACT.NAME, line.name());
            values.put(CONTACT.ROLE, line.role());
            values.put(CONTACT.EMAIL, line.email());
            values.put(CONTACT.PHONE, line.phone());
            values.put(CONTACT.PREFERRED, Boolean.TRUE.equals(line.preferred()));
            if (line.id() != null) {
                db.update(CONTACT)
                        .set(values)
                        .where(CONTACT.ID.eq(line.id().value()))
                        .execute();
            } else {
                db.insertInto(CONTACT)
                        .set(values)
                        .set(CONTACT.ID, ids.next())
                        .set(CONTACT.CLIENT_ID, id.value())
                        .execute();
            }
        }
    }

    private Map<Field<?>, @Nullable Object> facts(ClientDetails d) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(CLIENT.NAME, d.name());
        values.put(CLIENT.CODE, d.code());
        values.put(CLIENT.VAT_NUMBER, d.vatNumber());
        values.put(CLIENT.ADDRESS_LINES, array(d.addressLines()));
        values.put(CLIENT.COUNTRY, d.country());
        values.put(CLIENT.EMAIL, d.email());
        values.put(CLIENT.PHONE, d.phone());
        values.put(CLIENT.WEB, d.web());
        values.put(CLIENT.LANGUAGE, d.language());
        values.put(CLIENT.TAGS, array(d.tags()));
        values.put(CLIENT.NOTES, d.notes());
        values.put(CLIENT.BILLING_NAME, d.billingName());
        values.put(CLIENT.BILLING_EMAIL, d.billingEmail());
        values.put(CLIENT.BUYER_REFERENCE, d.buyerReference());
        values.put(CLIENT.PAYMENT_DAYS, d.paymentDays());
        values.put(CLIENT.CURRENCY, d.currency());
        values.put(CLIENT.PREFERRED_BRANDS, array(d.preferredBrands()));
        values.put(CLIENT.AVOIDED_BRANDS, array(d.avoidedBrands()));
        values.put(CLIENT.CUSTOM, JSONB.valueOf(json.writeValueAsString(d.custom())));
        return values;
    }

    private Map<UUID, List<Contact>> contacts(Collection<UUID> clients) {
        var result = new HashMap<UUID, List<Contact>>();
        db.selectFrom(CONTACT)
                .where(CONTACT.CLIENT_ID.in(new HashSet<>(clients)))
                .orderBy(CONTACT.CLIENT_ID, CONTACT.POSITION, CONTACT.ID)
                .forEach(row -> result.computeIfAbsent(row.getClientId(), k -> new ArrayList<>())
                        .add(new Contact(
                                new ContactId(row.getId()),
                                row.getName(),
                                row.getRole(),
                                row.getEmail(),
                                row.getPhone(),
                                row.getPreferred())));
        return result;
    }

    private Map<UUID, List<Address>> addresses(Collection<UUID> clients) {
        var result = new HashMap<UUID, List<Address>>();
        db.selectFrom(ADDRESS)
                .where(ADDRESS.CLIENT_ID.in(new HashSet<>(clients)))
                .orderBy(ADDRESS.CLIENT_ID, ADDRESS.POSITION, ADDRESS.ID)
                .forEach(row -> result.computeIfAbsent(row.getClientId(), k -> new ArrayList<>())
                        .add(new Address(
                                new AddressId(row.getId()),
                                Address.Kind.valueOf(row.getKind()),
                                row.getName(),
                                List.of(row.getLines()),
                                row.getCountry(),
                                row.getNote())));
        return result;
    }

    /** Those with an id are there already; who is not among them goes. */
    void writeAddresses(ClientId id, List<Address.Line> lines) {
        db.deleteFrom(ADDRESS)
                .where(ADDRESS.CLIENT_ID.eq(id.value()))
                .and(ADDRESS.ID.notIn(lines.stream()
                        .map(Address.Line::id)
                        .filter(Objects::nonNull)
                        .map(AddressId::value)
                        .toList()))
                .execute();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var values = new LinkedHashMap<Field<?>, @Nullable Object>();
            values.put(ADDRESS.POSITION, i);
            values.put(ADDRESS.KIND, line.kind().name());
            values.put(ADDRESS.NAME, line.name());
            values.put(ADDRESS.LINES, array(line.lines()));
            values.put(ADDRESS.COUNTRY, line.country());
            values.put(ADDRESS.NOTE, line.note());
            if (line.id() != null)
                db.update(ADDRESS)
                        .set(values)
                        .where(ADDRESS.ID.eq(line.id().value()))
                        .execute();
            else
                db.insertInto(ADDRESS)
                        .set(values)
                        .set(ADDRESS.ID, ids.next())
                        .set(ADDRESS.CLIENT_ID, id.value())
                        .execute();
        }
    }

    /** Those of the one stand among those of the other, with their ids. */
    void handOverParts(ClientId from, ClientId into) {
        db.update(CONTACT)
                .set(CONTACT.PREFERRED, false)
                .where(CONTACT.CLIENT_ID.eq(from.value()))
                .execute();
        db.update(CONTACT)
                .set(CONTACT.CLIENT_ID, into.value())
                .where(CONTACT.CLIENT_ID.eq(from.value()))
                .execute();
        db.update(ADDRESS)
                .set(ADDRESS.CLIENT_ID, into.value())
                .where(ADDRESS.CLIENT_ID.eq(from.value()))
                .execute();
        db.update(MERGED)
                .set(MERGED.INTO_ID, into.value())
                .where(MERGED.INTO_ID.eq(from.value()))
                .execute();
    }

    void remember(Client merged, ClientId into, Instant now) {
        db.insertInto(MERGED)
                .set(MERGED.ID, merged.id().value())
                .set(MERGED.NAME, merged.name())
                .set(MERGED.INTO_ID, into.value())
                .set(MERGED.MERGED_AT, now)
                .execute();
    }

    /** What the client was called that became part of another one, and which. */
    Optional<Map.Entry<String, ClientId>> mergedInto(ClientId id) {
        return db.selectFrom(MERGED)
                .where(MERGED.ID.eq(id.value()))
                .fetchOptional(row -> Map.entry(row.getName(), new ClientId(row.getIntoId())));
    }

    List<UUID> mergedInIt(ClientId id) {
        return db.select(MERGED.ID)
                .from(MERGED)
                .where(MERGED.INTO_ID.eq(id.value()))
                .fetch(MERGED.ID);
    }

    List<Likeness> like(Likeness.Question q, int max) {
        var name = DSL.field("clients.name_key({0})", String.class, DSL.val(q.name(), String.class));
        var vat = DSL.field("clients.vat_key({0})", String.class, DSL.val(q.vatNumber(), String.class));
        var email = DSL.lower(DSL.val(q.email(), String.class));
        var phone = DSL.field("clients.phone_key({0})", String.class, DSL.val(q.phone(), String.class));
        var byName = CLIENT.NAME_KEY.eq(name);
        var byVat = CLIENT.VAT_KEY.eq(vat);
        var byEmail = CLIENT.EMAIL_KEY
                .eq(email)
                .or(CLIENT.ID.in(DSL.select(CONTACT.CLIENT_ID).from(CONTACT).where(CONTACT.EMAIL_KEY.eq(email))));
        var byPhone = CLIENT.PHONE_KEY
                .eq(phone)
                .or(CLIENT.ID.in(DSL.select(CONTACT.CLIENT_ID).from(CONTACT).where(CONTACT.PHONE_KEY.eq(phone))));
        var reasons = new LinkedHashMap<Likeness.By, Condition>();
        if (q.name() != null) reasons.put(Likeness.By.NAME, byName);
        if (q.vatNumber() != null) reasons.put(Likeness.By.VAT_NUMBER, byVat);
        if (q.email() != null) reasons.put(Likeness.By.EMAIL, byEmail);
        if (q.phone() != null) reasons.put(Likeness.By.PHONE, byPhone);
        if (reasons.isEmpty()) return List.of();
        var fields = new LinkedHashMap<Likeness.By, Field<Boolean>>();
        reasons.forEach((by, holds) -> fields.put(
                by, DSL.coalesce(DSL.field(holds), false).as(by.name().toLowerCase(java.util.Locale.ROOT))));
        var columns = new ArrayList<Field<?>>(List.of(CLIENT.ID, CLIENT.NAME, CLIENT.CODE, CLIENT.ARCHIVED_AT));
        columns.addAll(fields.values());
        return db.select(columns)
                .from(CLIENT)
                .where(DSL.or(reasons.values()))
                .and(
                        q.except() == null
                                ? DSL.noCondition()
                                : CLIENT.ID.ne(q.except().value()))
                .orderBy(CLIENT.ARCHIVED_AT.isNotNull(), DSL.lower(CLIENT.NAME), CLIENT.ID)
                .limit(max)
                .fetch(row -> new Likeness(
                        new ClientId(row.get(CLIENT.ID)),
                        row.get(CLIENT.NAME),
                        row.get(CLIENT.CODE),
                        row.get(CLIENT.ARCHIVED_AT) != null,
                        fields.entrySet().stream()
                                .filter(e -> Boolean.TRUE.equals(row.get(e.getValue())))
                                .map(Map.Entry::getKey)
                                .toList()));
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
