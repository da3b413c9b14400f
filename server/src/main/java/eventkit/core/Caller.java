package eventkit.core;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, by which way and from where.
 *
 * @param userId null for nobody signed in and for the system itself
 * @param ip the address the request came from, null for jobs and listeners
 */
public record Caller(
        @Nullable UUID userId,
        String name,
        Set<Permission> permissions,
        Via via,
        @Nullable String ip,
        @Nullable UUID sessionId,
        String timeZone,
        String locale) {

    public enum Via {
        WEB,
        API,
        JOB,
        IMPORT,
        SYSTEM
    }

    /** Nobody: may reach only what is open. */
    public static Caller anonymous(@Nullable String ip) {
        return new Caller(null, "nobody", Set.of(), Via.WEB, ip, null, "UTC", "en");
    }

    /** The server itself: listeners, clean-up, the demo company. */
    public static Caller system() {
        return new Caller(null, "EventKit", EnumSet.allOf(Permission.class), Via.SYSTEM, null, null, "UTC", "en");
    }

    public boolean signedIn() {
        return userId != null || via == Via.SYSTEM;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    public Caller via(Via newVia) {
        return new Caller(userId, name, permissions, newVia, ip, sessionId, timeZone, locale);
    }

    /** The same person, for what the rules of one module do in their name through another's face. Never hand it on. */
    public Caller allowing(Permission... more) {
        var all = EnumSet.noneOf(Permission.class);
        all.addAll(permissions);
        all.addAll(java.util.List.of(more));
        return new Caller(userId, name, all, via, ip, sessionId, timeZone, locale);
    }

    /** Throws {@link NotPermitted} or {@link SignInRequired}. */
    public void mustHave(Permission permission) {
        if (!signedIn()) throw new SignInRequired();
        if (!may(permission)) throw new NotPermitted(permission);
    }

    /** For what is left in the registers in their name, as if they had written it. */
    public String words(String english, String german) {
        return locale.startsWith("de") ? german : english;
    }

    /** The signed-in user's id; throws {@link SignInRequired}. */
    public UUID user() {
        if (userId == null) throw new SignInRequired();
        return userId;
    }
}
