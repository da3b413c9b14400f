package eventkit.scanning;

import eventkit.core.Permission;
import eventkit.labels.ReadCode;
import eventkit.scanning.Deed.Act;
import eventkit.scanning.Deed.Bound;
import eventkit.scanning.Deed.Draft;
import eventkit.scanning.Deed.Taken;
import eventkit.scanning.Judge.Ruling;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A code that stands for nothing yet, or is somebody else's, is bound to a thing of ours. */
final class Binding {
    /** As long as other codes of assets and cases may be. */
    static final int CODE_MAX = 100;

    private final Stand stand;

    Binding(Stand stand) {
        this.stand = stand;
    }

    Ruling judge(Scan scan, Thing thing) {
        if (!stand.mayBind) return Ruling.no("permission-gone", Map.of("permission", Permission.LABEL_PRINT.name()));
        var code = Objects.requireNonNull(scan.code(), "asked for above").strip();
        if (code.length() > ReadCode.TEXT_MAX) return Ruling.no("code-too-long", Map.of("length", code.length()));
        var meant = stand.read(code);
        if (thing.equals(meant.thing())) return Ruling.yes("bound", null);
        if (meant.thing() != null) return taken(meant.thing());
        if ("code-ambiguous".equals(meant.code())) return Ruling.no("code-taken", meant.facts());
        var blank = "label-unbound".equals(meant.code()) ? stand.blankOf(code) : null;
        if (blank == null) {
            var cannot = alias(code, thing);
            if (cannot != null) return cannot;
        } else if (thing.kind() == ThingKind.PRODUCT || thing.kind() == ThingKind.BLANK_LABEL) return wrongKind(thing);
        var draft = new Draft();
        draft.bound = new Bound(code, thing, blank);
        if (thing.kind() == ThingKind.ASSET) draft.assets.add(asset(Stand.there(stand.assets, thing.id())));
        if (thing.kind() == ThingKind.CASE) draft.cases.add(flightCase(Stand.there(stand.cases, thing.id())));
        var deed = draft.done(Act.BIND, scan);
        new Aftermath(stand, scan.id()).follow(deed);
        return Ruling.yes("bound", deed);
    }

    private @Nullable Ruling alias(String code, Thing thing) {
        if (thing.kind() != ThingKind.ASSET && thing.kind() != ThingKind.CASE) return wrongKind(thing);
        // An address or id of ours whose thing is gone would go on to mean that one.
        if (ReadCode.of(code, stand.addresses).id() != null) return Ruling.no("unknown-code", Map.of("code", code));
        return code.length() > CODE_MAX ? Ruling.no("code-too-long", Map.of("length", code.length())) : null;
    }

    private static Ruling wrongKind(Thing thing) {
        return Ruling.no("wrong-kind", Map.of("kind", thing.kind().name()));
    }

    private Ruling taken(Thing other) {
        var shown = stand.show(other);
        var facts = new LinkedHashMap<String, Object>();
        facts.put("kind", shown.kind().name());
        facts.put("id", shown.id().toString());
        facts.put("label", shown.label());
        return Ruling.no("code-taken", facts);
    }

    private static Taken asset(Floor.Asset a) {
        return new Taken(a.id, null, a.id, a.id, true, false, a.locationId, a.status);
    }

    private static Taken flightCase(Floor.Case c) {
        return new Taken(c.id, null, c.id, c.id, true, false, c.locationId, c.status);
    }

    /** A label that was printed ahead is bound once for ever. */
    boolean stillBound(Deed deed) {
        return deed.bound() != null && deed.bound().blankId() == null;
    }

    static Bound of(Deed deed) {
        return Objects.requireNonNull(deed.bound(), "a binding binds something");
    }
}
