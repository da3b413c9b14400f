package eventkit.insight;

import eventkit.core.IfMatch;
import eventkit.core.Jobs.JobView;
import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.core.SignedIn;
import eventkit.insight.Content.CrewAvailability;
import eventkit.insight.Content.Equipment;
import eventkit.insight.Content.PipelineValue;
import eventkit.insight.Content.StockAlerts;
import eventkit.insight.Content.UpcomingEvents;
import eventkit.insight.Content.Utilisation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The home screen: boards of widgets, each person's own and those that others show them. */
public interface Boards {
    String KIND = "board";

    /** How many boards a person may have, and how many widgets a board. */
    int BOARDS_MAX = 50;

    int WIDGETS_MAX = 24;

    /** @param widgets in their order; one without an id is new */
    record Details(String name, List<Widget> widgets) {
        public Details {
            widgets = widgets == null ? List.of() : List.copyOf(widgets);
        }

        public static Details of(Board b) {
            return new Details(b.name(), b.widgets());
        }
    }

    record Sharing(boolean everybody, List<UUID> roles) {
        public Sharing {
            roles = roles == null ? List.of() : List.copyOf(roles);
        }
    }

    record Named(UUID id, String name, boolean own, String ownerName) {}

    /** Whether it is there to be seen. */
    enum State {
        SHOWN,
        /** The caller's role does not open it; nothing of it is told. */
        WITHHELD,
        /** It could not be read; the others could. */
        FAILED
    }

    /** A widget with what it shows: one of these where it is {@link State#SHOWN}, none otherwise. */
    record Filled(
            UUID id,
            Widget.Kind kind,
            Widget.Size size,
            Widget.Settings settings,
            State state,
            @Nullable UpcomingEvents upcoming,
            @Nullable PipelineValue pipeline,
            @Nullable Utilisation utilisation,
            @Nullable StockAlerts stock,
            @Nullable CrewAvailability crew,
            @Nullable List<Activity.Item> activity,
            @Nullable Equipment equipment) {}

    /**
     * A whole board.
     *
     * @param board null for the standard one, which is nobody's and follows from what the caller may see
     * @param boards all that the caller may look at, their own first
     * @param jobs the caller's own that have not ended
     * @param unfurnished there is no equipment yet
     */
    record Shown(
            @Nullable Board board, List<Filled> widgets, List<Named> boards, List<JobView> jobs, boolean unfurnished) {}

    /** @param id null: the caller's first, or the standard one where they have none */
    @SignedIn
    Shown show(@Nullable UUID id);

    @SignedIn
    Board get(UUID id);

    /** Throws {@link BoardNameTaken}. */
    @SignedIn
    Board create(Details details);

    /** Of one's own. Throws {@link BoardNameTaken}. */
    @SignedIn
    Board change(UUID id, Details details, IfMatch ifMatch);

    /** Of one's own. What a widget tells stays what the reader may see. */
    @Needs(Permission.VIEW_SHARE)
    Board share(UUID id, Sharing sharing, IfMatch ifMatch);

    @SignedIn
    void remove(UUID id, IfMatch ifMatch);
}
