package eventkit.insight;

import eventkit.core.Callers;
import eventkit.insight.Boards.Filled;
import eventkit.insight.Boards.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads what each widget shows. One that cannot be read leaves the others alone. */
@Component
class FillsWidgets {
    private static final Logger log = LoggerFactory.getLogger(FillsWidgets.class);
    private static final int RECENT = 12;
    private final UpcomingWidget upcoming;
    private final PipelineWidget pipeline;
    private final UtilisationWidget utilisation;
    private final StockWidget stock;
    private final CrewWidget crew;
    private final ActivityDesk activity;
    private final HomeDesk home;
    private final Lately lately;

    FillsWidgets(
            UpcomingWidget upcoming,
            PipelineWidget pipeline,
            UtilisationWidget utilisation,
            StockWidget stock,
            CrewWidget crew,
            ActivityDesk activity,
            HomeDesk home,
            Lately lately) {
        this.upcoming = upcoming;
        this.pipeline = pipeline;
        this.utilisation = utilisation;
        this.stock = stock;
        this.crew = crew;
        this.activity = activity;
        this.home = home;
        this.lately = lately;
    }

    List<Filled> fill(List<Widget> widgets) {
        var held = Callers.current().permissions();
        var result = new ArrayList<Filled>();
        for (var widget : widgets) {
            if (!widget.kind().isFor(held)) {
                result.add(empty(widget, State.WITHHELD));
                continue;
            }
            try {
                result.add(filled(widget));
            } catch (RuntimeException e) {
                log.warn("the widget {} could not be read; the others are shown", widget.kind(), e);
                result.add(empty(widget, State.FAILED));
            }
        }
        return result;
    }

    private static Filled empty(Widget w, State state) {
        return new Filled(
                Objects.requireNonNull(w.id()),
                w.kind(),
                w.size(),
                w.settings(),
                state,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private Filled filled(Widget w) {
        var kind = w.kind();
        var caller = Callers.current();
        return new Filled(
                Objects.requireNonNull(w.id()),
                kind,
                w.size(),
                w.settings(),
                State.SHOWN,
                kind == Widget.Kind.UPCOMING ? upcoming.read(w.settings()) : null,
                kind == Widget.Kind.PIPELINE ? pipeline.read(w.settings()) : null,
                kind == Widget.Kind.UTILISATION
                        ? lately.sum(w.settings(), Content.Utilisation.class, () -> utilisation.read(w.settings()))
                        : null,
                kind == Widget.Kind.STOCK ? stock.read(caller) : null,
                kind == Widget.Kind.CREW ? crew.read(w.settings()) : null,
                kind == Widget.Kind.ACTIVITY
                        ? activity.latest(new Activity.Filter(Set.of(), null, null, null), RECENT, null)
                                .items()
                        : null,
                kind == Widget.Kind.EQUIPMENT
                        ? lately.sum(caller.permissions(), Content.Equipment.class, () -> home.equipment(caller))
                        : null);
    }
}
