package eventkit.scanning;

import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Open;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.identity.Sessions;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Phones and tablets that somebody who is signed in lets in, by a code that they scan from the screen. */
public interface Devices {
    /** @param name what people call it; null for one made from the inviting person's name */
    record NewDevice(@Nullable String name) {}

    /** @param token what the code says; shown this once */
    record Invitation(String url, String token, Instant expiresAt) {}

    /** @param name null for the one that the invitation gave */
    record Enrolment(String token, @Nullable String name) {}

    record Enrolled(Device device, Sessions.Opened session) {}

    @Needs(Permission.SCAN)
    Invitation invite(NewDevice device, String origin);

    /** Signs the device in as who invited it. Open: the token is the proof, and good once. Throws {@link eventkit.identity.LinkSpent}. */
    @Open
    Enrolled enrol(Enrolment enrolment, @Nullable String ip, @Nullable String userAgent);

    /** One's own; everybody's for whoever manages devices. */
    @Needs(Permission.SCAN)
    Page<Device> list(ListQuery query);

    /** Its session ends at once. */
    @Needs(Permission.SCAN)
    void revoke(UUID id);
}
