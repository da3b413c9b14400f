/**
 * Starts and supervises one PostgreSQL cluster from binaries on the class path: unpacks them once, creates the cluster with
 * generated passwords, listens on loopback only, restarts a server that fell over, and leaves none behind.
 */
@NullMarked
package eventkit.postgres;

import org.jspecify.annotations.NullMarked;
