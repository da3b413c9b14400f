package eventkit.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who is signed in to the portal: an address, and the contacts of clients that it may speak for.
 *
 * @param seats never empty
 */
record Guest(String email, List<Seat> seats, Instant expiresAt) {
    /** A contact of a client. */
    record Seat(UUID contactId, String name, String email, UUID clientId, String clientName) {
        Acceptance.Contact contact() {
            return new Acceptance.Contact(contactId, name, email);
        }
    }

    Guest {
        seats = List.copyOf(seats);
    }

    String name() {
        return seats.getFirst().name();
    }

    List<UUID> clients() {
        return seats.stream().map(Seat::clientId).distinct().toList();
    }

    Optional<Seat> at(UUID client) {
        return seats.stream().filter(seat -> seat.clientId().equals(client)).findFirst();
    }
}
