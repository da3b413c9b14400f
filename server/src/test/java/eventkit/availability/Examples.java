package eventkit.availability;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.availability.World.Fact;
import eventkit.availability.World.Out;
import eventkit.availability.World.Short;
import eventkit.availability.World.Want;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the lines of a worked example of docs/specs/availability.md. */
final class Examples {
    private static final String TIME = "(?:(?:\\d{4}-)?\\d\\d-\\d\\d )?\\d\\d:\\d\\d(?:[+-]\\d\\d:\\d\\d)?";
    private static final String SPAN = "(?<from>" + TIME + ")\\.\\.(?<to>" + TIME + ")";
    private static final String STOCK = "(?<stock>\\S+)(?: at (?<place>\\S+))?";

    private interface Action {
        void of(Matcher line);
    }

    private final Map<Pattern, Action> grammar = new LinkedHashMap<>();
    private final World world = new World();
    private final Map<String, Map<String, Integer>> kits = new HashMap<>();
    private final Map<String, List<Want>> enquiries = new HashMap<>();
    private ZoneId zone = ZoneOffset.UTC;
    private Horizon horizon = new Horizon.Days(3);
    private Instant now = Instant.parse("2027-01-01T00:00:00Z");

    Examples() {
        say("zone (?<zone>\\S+)", m -> zone = ZoneId.of(m.group("zone")));
        say("now (?<at>" + TIME + ")", m -> now = time(m.group("at")));
        say("horizon (?<days>\\d+) days", m -> horizon = new Horizon.Days(Integer.parseInt(m.group("days"))));
        say("horizon today", m -> horizon = new Horizon.Today(zone));
        say("horizon open", m -> horizon = new Horizon.Open());
        say("owned (?<n>\\d+) " + STOCK, m -> stock(m, Seconds.ALWAYS, Seconds.FOREVER, 1));
        say("bought (?<n>\\d+) " + STOCK + " from (?<at>" + TIME + ")", m -> stock(m, at(m), Seconds.FOREVER, 1));
        say(
                "(?:sold|lost|quarantine|retired) (?<n>\\d+) " + STOCK + " from (?<at>" + TIME + ")",
                m -> stock(m, at(m), Seconds.FOREVER, -1));
        say("inspection (?<n>\\d+) " + STOCK + " due (?<at>" + TIME + ")", m -> stock(m, at(m), Seconds.FOREVER, -1));
        say("passed (?<n>\\d+) " + STOCK + " at (?<at>" + TIME + ")", m -> stock(m, at(m), Seconds.FOREVER, 1));
        say("repair (?<n>\\d+) " + STOCK + " " + SPAN, m -> stock(m, from(m), to(m), -1));
        say("transfer (?<n>\\d+) (?<stock>\\S+) (?<a>\\S+) to (?<b>\\S+) " + SPAN, this::transfer);
        say("subhire (?<state>\\w+) (?<n>\\d+) " + STOCK + " " + SPAN, this::subHire);
        say("kit (?<kit>\\S+) = (?<parts>.+)", this::kit);
        say("case (?<case>\\S+) holds (?<n>\\d+) (?<stock>\\S+)", this::fixedCase);
        say(
                "(?<owner>\\S+) (?<standing>enquiry|quoted|option|confirmed|cancelled) (?<n>\\d+) " + STOCK + " " + SPAN
                        + "(?: chance (?<chance>\\d+))?(?: out (?<out>" + TIME + "))?",
                this::demand);
        say(
                "(?<owner>\\S+) back (?<n>\\d+) " + STOCK + " at (?<at>" + TIME + ") turnaround (?<hours>\\d+) hours",
                this::back);
        say(
                "free " + STOCK + " " + SPAN
                        + " = (?<firm>-?\\d+)(?: worst (?<worst>-?\\d+))?(?: expected (?<expected>-?\\d+))?",
                this::free);
        say("need " + STOCK + " " + SPAN + " = (?<n>\\d+)", this::need);
        say("claim (?<owner>\\S+) (?<wants>.+) -> (?<outcome>held|short .+)", this::claim);
    }

    void run(String line) {
        for (var entry : grammar.entrySet()) {
            var matcher = entry.getKey().matcher(line);
            if (!matcher.matches()) continue;
            world.moment = Moment.of(now, horizon);
            entry.getValue().of(matcher);
            return;
        }
        throw new IllegalArgumentException("nobody understands: " + line);
    }

    private void say(String pattern, Action action) {
        grammar.put(Pattern.compile(pattern), action);
    }

    private void stock(Matcher m, int from, int to, int sign) {
        world.add(new Fact("", name(m), from, to, Weight.stock(sign * n(m))));
    }

    private void transfer(Matcher m) {
        world.add(
                new Fact("", m.group("stock") + " at " + m.group("a"), from(m), Seconds.FOREVER, Weight.stock(-n(m))));
        world.add(new Fact("", m.group("stock") + " at " + m.group("b"), to(m), Seconds.FOREVER, Weight.stock(n(m))));
    }

    private void subHire(Matcher m) {
        switch (m.group("state")) {
            case "requested", "returned" -> {}
            case "accepted" -> world.add(new Fact("", name(m), from(m), to(m), Weight.promised(n(m))));
            case "received" -> world.add(new Fact("", name(m), from(m), to(m), Weight.stock(n(m))));
            default -> throw new IllegalArgumentException(m.group("state"));
        }
    }

    private void kit(Matcher m) {
        var parts = new TreeMap<String, Integer>();
        for (var part : m.group("parts").split(" \\+ ", -1)) {
            var words = part.split(" ", -1);
            parts.put(words[1], Integer.parseInt(words[0]));
        }
        kits.put(m.group("kit"), parts);
    }

    private void fixedCase(Matcher m) {
        world.add(new Fact("", m.group("stock"), Seconds.ALWAYS, Seconds.FOREVER, Weight.stock(-n(m))));
        world.add(new Fact("", m.group("case"), Seconds.ALWAYS, Seconds.FOREVER, Weight.stock(1)));
    }

    private void demand(Matcher m) {
        var owner = m.group("owner");
        var standing = Standing.valueOf(m.group("standing").toUpperCase(Locale.ROOT));
        // The same demand in another standing replaces what it was.
        if (standing == Standing.CANCELLED) world.of(owner, name(m)).forEach(world::remove);
        int chance = m.group("chance") == null ? -1 : Integer.parseInt(m.group("chance"));
        int from = from(m);
        if (m.group("out") != null) from = Math.min(from, Seconds.beginning(time(m.group("out"))));
        world.add(new Fact(owner, name(m), from, to(m), standing.weigh(n(m), chance)));
        if (standing != Standing.CONFIRMED && standing != Standing.CANCELLED) {
            enquiries.computeIfAbsent(name(m), stock -> new ArrayList<>()).add(new Want(name(m), n(m), from, to(m)));
        }
        if (m.group("out") != null) world.goesOut(new Out(owner, name(m), n(m), to(m)));
    }

    private void back(Matcher m) {
        var owner = m.group("owner");
        var ready = time(m.group("at")).plusSeconds(3600L * Integer.parseInt(m.group("hours")));
        for (var out : world.outsOf(owner, name(m))) world.comesBack(out);
        for (var fact : world.of(owner, name(m))) {
            world.remove(fact);
            world.add(new Fact(owner, fact.stock(), fact.from(), Seconds.end(ready), fact.weight()));
        }
    }

    private void free(Matcher m) {
        var free = world.free(name(m), from(m), to(m));
        assertThat(free).as("against a recount").isEqualTo(world.recount(name(m), from(m), to(m)));
        assertThat(free.firm()).as("firm").isEqualTo(Integer.parseInt(m.group("firm")));
        if (m.group("worst") != null)
            assertThat(free.worst()).as("worst").isEqualTo(Integer.parseInt(m.group("worst")));
        if (m.group("expected") != null) {
            assertThat(free.expected()).as("expected").isEqualTo(Integer.parseInt(m.group("expected")));
        }
    }

    private void need(Matcher m) {
        int peak = world.timeline(name(m)).deficits(enquired(name(m)), world.moment).stream()
                .filter(d -> d.from() < to(m) && from(m) < d.to())
                .mapToInt(Deficit::quantity)
                .max()
                .orElse(0);
        assertThat(peak).isEqualTo(n(m));
    }

    private Profile enquired(String stock) {
        var all = Profile.ZERO;
        for (var want : enquiries.getOrDefault(stock, List.of())) {
            all = all.plus(want.from(), want.to(), want.quantity());
        }
        return all;
    }

    private void claim(Matcher m) {
        var wants = new ArrayList<Want>();
        for (var text : m.group("wants").split(", ", -1)) {
            var want = match("(?:case (?<case>\\S+)|(?<n>\\d+) (?<stock>\\S+)) " + SPAN, text);
            if (want.group("case") != null) wants.add(new Want(want.group("case"), 1, from(want), to(want)));
            else {
                var parts = kits.getOrDefault(want.group("stock"), Map.of(want.group("stock"), 1));
                parts.forEach((part, each) -> wants.add(new Want(part, each * n(want), from(want), to(want))));
            }
        }
        var shorts = world.claim(m.group("owner"), wants);
        if (m.group("outcome").equals("held")) {
            assertThat(shorts).isEmpty();
            return;
        }
        var expected = match("short (?<n>\\d+) (?<stock>\\S+) " + SPAN + "(?: by (?<holders>.+))?", m.group("outcome"));
        var holders = new TreeMap<String, Integer>();
        if (expected.group("holders") != null) {
            for (var holder : expected.group("holders").split(", ", -1)) {
                var words = holder.split(" ", -1);
                holders.put(words[0], Integer.parseInt(words[1]));
            }
        }
        assertThat(shorts)
                .containsExactly(
                        new Short(expected.group("stock"), n(expected), from(expected), to(expected), holders));
    }

    private static Matcher match(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.matches()) throw new IllegalArgumentException("nobody understands: " + text);
        return matcher;
    }

    private static int n(Matcher m) {
        return Integer.parseInt(m.group("n"));
    }

    private static String name(Matcher m) {
        return m.group("place") == null ? m.group("stock") : m.group("stock") + " at " + m.group("place");
    }

    private int at(Matcher m) {
        return Seconds.beginning(time(m.group("at")));
    }

    private int from(Matcher m) {
        return Seconds.beginning(time(m.group("from")));
    }

    private int to(Matcher m) {
        return Seconds.end(time(m.group("to")));
    }

    private Instant time(String text) {
        var m = match("(?:(?:(\\d{4})-)?(\\d\\d)-(\\d\\d) )?(\\d\\d:\\d\\d)([+-]\\d\\d:\\d\\d)?", text);
        var date = LocalDate.of(
                m.group(1) == null ? 2027 : Integer.parseInt(m.group(1)),
                m.group(2) == null ? 6 : Integer.parseInt(m.group(2)),
                m.group(3) == null ? 1 : Integer.parseInt(m.group(3)));
        var local = LocalDateTime.of(date, LocalTime.parse(m.group(4)));
        return m.group(5) == null ? local.atZone(zone).toInstant() : local.toInstant(ZoneOffset.of(m.group(5)));
    }
}
