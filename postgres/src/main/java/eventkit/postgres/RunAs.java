package eventkit.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Under which user the PostgreSQL programs run. PostgreSQL refuses to run as root, so root hands over to the user
 * {@code postgres} or {@code nobody}; where the folders are closed to others (below root's home, for instance) root enters a
 * user name space in which it is nobody, and the files stay root's. An ordinary user just starts them.
 */
record RunAs(List<String> prefix, int uid, int gid) {

    private static final int SELF = -1;

    static RunAs forCluster(Path cluster, Path cache) throws IOException {
        if (!Folders.isLinux() || !Folders.isRoot()) {
            if (Files.exists(cluster) && !Files.isReadable(cluster)) {
                throw new PostgresFailure("The database in " + cluster + " belongs to the user "
                        + Files.getOwner(cluster) + ". Start EventKit as that user, or as root.");
            }
            return new RunAs(List.of(), SELF, SELF);
        }
        if (Files.exists(cluster)) {
            int owner = (int) Files.getAttribute(cluster, "unix:uid");
            return owner == 0 ? inNameSpace() : handingOverTo(owner, (int) Files.getAttribute(cluster, "unix:gid"));
        }
        if (!Folders.hasProgram("setpriv") || !Folders.isReachableByAll(cluster) || !Folders.isReachableByAll(cache)) {
            return inNameSpace();
        }
        int[] ids = idsOfDatabaseUser();
        return handingOverTo(ids[0], ids[1]);
    }

    private static RunAs handingOverTo(int uid, int gid) {
        return new RunAs(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"), uid, gid);
    }

    private static RunAs inNameSpace() {
        return new RunAs(List.of("unshare", "-U"), SELF, SELF);
    }

    private static int[] idsOfDatabaseUser() throws IOException {
        for (String line : Files.readAllLines(Path.of("/etc/passwd"))) {
            String[] field = line.split(":", -1);
            if (field[0].equals("postgres")) {
                return new int[] {Integer.parseInt(field[2]), Integer.parseInt(field[3])};
            }
        }
        return new int[] {65534, 65534}; // nobody
    }

    List<String> command(String... words) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(Arrays.asList(words));
        return command;
    }

    /**
     * The command of a server that ends with this process. The order counts: the kernel forgets the death signal when
     * credentials change, so it is asked for last; the session of its own keeps the terminal's Ctrl-C away from PostgreSQL,
     * which would otherwise be gone before our last transaction.
     */
    List<String> command(List<String> server) {
        List<String> command = new ArrayList<>(prefix);
        if (Folders.isLinux() && Folders.hasProgram("setsid")) command.add("setsid");
        if (Folders.isLinux() && Folders.hasProgram("setpriv")) {
            command.addAll(List.of("setpriv", "--pdeathsig", "INT"));
        }
        command.addAll(server);
        return command;
    }

    /** Gives a file or folder, closed to everyone else, to the user of the programs. */
    void own(Path path) throws IOException {
        Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        if (uid == SELF) return;
        Files.setAttribute(path, "unix:uid", uid);
        Files.setAttribute(path, "unix:gid", gid);
    }
}
