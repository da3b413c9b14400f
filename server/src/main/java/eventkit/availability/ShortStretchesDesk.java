package eventkit.availability;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** Asks all stocks of now. */
@Service
class ShortStretchesDesk implements ShortStretches {
    private final ChangeOrder order;
    private final Fitting fitting;

    ShortStretchesDesk(ChangeOrder order, Fitting fitting) {
        this.order = order;
        this.fitting = fitting;
    }

    @Override
    public Optional<Untold> untold() {
        return order.read((db, now) -> fitting.untold(now.image(), now.moment()));
    }
}
