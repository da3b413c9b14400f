package eventkit.clients;

import static eventkit.clients.db.Tables.CLIENT;
import static eventkit.clients.db.Tables.CONTACT;

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
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of clients. */
@Component
class ClientRows {
    private final DSLContext db;
    private final Ids ids;

    ClientRows(DSLContext db, Ids ids) {
        this.db = db;
        this.ids = ids;
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
        db.selectFrom(CLIENT).where(CLIENT.ID.in(values)).forEach(row -> {
            var client = new Client(
                    new ClientId(row.getId()),
                    row.getName(),
                    row.getCode(),
                    row.getVatNumber(),
                    List.of(row.getAddressLines()),
                    row.getCountry(),
                    row.getEmail(),
                    row.getPhone(),
                    row.getWeb(),
                    row.getLanguage(),
                    List.of(row.getTags()),
                    row.getNotes(),
                    contacts.getOrDefault(row.getId(), List.of()),
                    row.getArchivedAt(),
                    row.getCreatedAt(),
                    row.getChangedAt(),
                    row.getVersion());
            result.put(client.id(), client);
        });
        return result;
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

    private static Map<Field<?>, @Nullable Object> facts(ClientDetails d) {
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

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
