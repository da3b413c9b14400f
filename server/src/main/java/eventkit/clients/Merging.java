package eventkit.clients;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of two clients that are one: who stays keeps what it says, what it does not say is taken over, lists are put together. */
final class Merging {
    private Merging() {}

    static ClientDetails merged(ClientDetails into, ClientDetails from) {
        boolean ownAddress = !into.addressLines().isEmpty();
        var custom = new LinkedHashMap<>(from.custom());
        custom.putAll(into.custom());
        return new ClientDetails(
                into.name(),
                or(into.code(), from.code()),
                or(into.vatNumber(), from.vatNumber()),
                ownAddress ? into.addressLines() : from.addressLines(),
                or(into.country(), from.country()),
                or(into.email(), from.email()),
                or(into.phone(), from.phone()),
                or(into.web(), from.web()),
                or(into.language(), from.language()),
                either(into.tags(), from.tags(), ClientRules.TAGS_MAX),
                notes(into, from),
                or(into.billingName(), from.billingName()),
                or(into.billingEmail(), from.billingEmail()),
                or(into.buyerReference(), from.buyerReference()),
                or(into.paymentDays(), from.paymentDays()),
                or(into.currency(), from.currency()),
                either(into.preferredBrands(), from.preferredBrands(), ClientRules.BRANDS_MAX),
                either(into.avoidedBrands(), from.avoidedBrands(), ClientRules.BRANDS_MAX),
                limited(custom),
                contacts(into, from),
                addresses(into, from, ownAddress));
    }

    /** Two can not both be asked first. */
    private static List<Contact.Line> contacts(ClientDetails into, ClientDetails from) {
        boolean preferred = into.contacts().stream().anyMatch(c -> Boolean.TRUE.equals(c.preferred()));
        var others = from.contacts().stream()
                .map(c -> new Contact.Line(
                        c.id(),
                        c.name(),
                        c.role(),
                        c.email(),
                        c.phone(),
                        !preferred && Boolean.TRUE.equals(c.preferred())));
        return Stream.concat(into.contacts().stream(), others).toList();
    }

    /** The other's own address is not lost where one stands already. */
    private static List<Address.Line> addresses(ClientDetails into, ClientDetails from, boolean ownAddress) {
        var all = new ArrayList<>(into.addresses());
        if (ownAddress
                && !from.addressLines().isEmpty()
                && !from.addressLines().equals(into.addressLines())
                && into.addresses().stream().noneMatch(a -> a.lines().equals(from.addressLines())))
            all.add(new Address.Line(null, Address.Kind.OTHER, from.name(), from.addressLines(), from.country(), null));
        all.addAll(from.addresses());
        return List.copyOf(all);
    }

    private static @Nullable String notes(ClientDetails into, ClientDetails from) {
        if (from.notes() == null || from.notes().equals(into.notes())) return into.notes();
        if (into.notes() == null) return from.notes();
        var both = into.notes() + "\n\n" + from.name() + ":\n" + from.notes();
        return both.length() <= ClientRules.NOTES_MAX ? both : both.substring(0, ClientRules.NOTES_MAX - 1) + "…";
    }

    private static List<String> either(Collection<String> one, Collection<String> other, int max) {
        var once = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        once.addAll(one);
        once.addAll(other);
        // What stood there first has its place, however long the list.
        var kept = new LinkedHashSet<>(one);
        for (var each : once) if (kept.size() < max && kept.stream().noneMatch(each::equalsIgnoreCase)) kept.add(each);
        return kept.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }

    private static <T> Map<String, T> limited(Map<String, T> custom) {
        while (custom.size() > ClientRules.CUSTOM_MAX)
            custom.remove(custom.keySet().iterator().next());
        return custom;
    }

    private static <T> @Nullable T or(@Nullable T own, @Nullable T other) {
        return own == null ? other : Objects.requireNonNull(own);
    }
}
