package eventkit.inventory;

import eventkit.core.Callers;
import eventkit.core.Events;
import eventkit.core.Permission;
import eventkit.identity.CompanyProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class AssetIntakeDesk implements AssetIntake {
    private final StagedAssets staged;
    private final CompanyProfile company;
    private final Events events;
    private final Clock clock;

    AssetIntakeDesk(StagedAssets staged, CompanyProfile company, Events events, Clock clock) {
        this.staged = staged;
        this.company = company;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Outcome takeIn(Source source, Options options, Consumer<Bad> bad, Progress progress) {
        if (!staged.alone()) throw new IntakeBusy();
        progress.says("reading");
        try {
            staged.copy(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (staged.tellsCosts()) Callers.current().mustHave(Permission.ASSET_COST_READ);
        progress.says("judging");
        staged.judge();
        long bads = staged.bad(bad);
        long fresh = staged.fresh();
        long known = staged.known();
        long differing = options.update() ? staged.differing() : 0;
        var outcome = new Outcome(fresh, differing, known - differing, bads);
        boolean settles = switch (options.plan()) {
            case JUDGE -> false;
            case ALL_OR_NOTHING -> bads == 0;
            case GOOD_ROWS -> true;
        };
        if (settles) {
            progress.says("writing");
            var now = clock.instant();
            Runnable step = () -> progress.says("writing");
            if (fresh > 0) {
                staged.number(company.get().assetNumberWidth());
                step.run();
                staged.insert(now, step);
            }
            if (differing > 0) staged.update(now);
            // The last moment in which somebody may stop it: all of it is written, none of it is there yet.
            step.run();
            if (fresh + differing > 0) events.announce(new AssetsTakenIn(options.importId(), fresh, differing, now));
        }
        staged.drop();
        return outcome;
    }
}
