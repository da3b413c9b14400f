package eventkit.clients;

import java.util.Optional;

/** A bean of a module that refers to clients. While any says that a client is in use, it can be archived but not deleted. */
public interface ClientUse {
    /** What uses it in a few words for people, {@code 3 events}; empty where nothing does. */
    Optional<String> of(ClientId client);

    /** Everything that refers to the one refers to the other from now on, each with its entry in the audit trail. Contacts keep their ids. */
    void repoint(ClientId from, ClientId into);
}
