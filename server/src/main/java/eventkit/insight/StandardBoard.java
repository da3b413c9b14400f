package eventkit.insight;

import eventkit.core.Permission;
import eventkit.insight.Widget.Kind;
import eventkit.insight.Widget.Settings;
import eventkit.insight.Widget.Size;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What somebody finds who has arranged nothing: what they may see, their daily work first. */
final class StandardBoard {
    private static final int AHEAD_DAYS = 14;
    private static final int MONTH_DAYS = 30;
    private static final int QUARTER_DAYS = 90;

    private StandardBoard() {}

    static List<Widget> of(Set<Permission> held) {
        var widgets = new ArrayList<Widget>();
        for (var kind : order(held)) {
            if (kind.isFor(held)) widgets.add(widget(kind));
        }
        return widgets;
    }

    private static List<Kind> order(Set<Permission> held) {
        var first = EnumSet.noneOf(Kind.class);
        if (held.contains(Permission.EVENT_CONFIRM)) first.add(Kind.UPCOMING);
        else if (held.contains(Permission.DEAL_EDIT)) first.add(Kind.PIPELINE);
        else if (held.contains(Permission.SCAN) || held.contains(Permission.MAINTENANCE_EDIT)) first.add(Kind.STOCK);
        var order = new ArrayList<>(first);
        for (var kind : List.of(
                Kind.UPCOMING, Kind.STOCK, Kind.PIPELINE, Kind.UTILISATION, Kind.CREW, Kind.ACTIVITY, Kind.EQUIPMENT))
            if (!first.contains(kind)) order.add(kind);
        return order;
    }

    private static Widget widget(Kind kind) {
        // Always the same one, so that a screen knows it again.
        var id = UUID.nameUUIDFromBytes(("standard " + kind).getBytes(StandardCharsets.UTF_8));
        return switch (kind) {
            case UPCOMING -> new Widget(id, kind, Size.MEDIUM, Settings.days(AHEAD_DAYS));
            case PIPELINE -> new Widget(id, kind, Size.MEDIUM, Settings.days(QUARTER_DAYS));
            case UTILISATION -> new Widget(id, kind, Size.MEDIUM, Settings.days(MONTH_DAYS));
            case CREW -> new Widget(id, kind, Size.LARGE, Settings.days(AHEAD_DAYS));
            case STOCK, ACTIVITY, EQUIPMENT -> new Widget(id, kind, Size.MEDIUM, Settings.NONE);
        };
    }
}
