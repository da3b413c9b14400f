package eventkit.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;

/** A mail server that takes everything until one command, and answers that one as it is told; an empty answer hangs up. */
final class GrumpyServer implements AutoCloseable {
    private final ServerSocket socket;

    /** @param command its first word, or a dot for the end of the content */
    GrumpyServer(String command, String answer) throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!socket.isClosed()) serve(command, answer);
        });
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve(String command, String answer) {
        try (var line = socket.accept()) {
            var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
            var out = line.getOutputStream();
            out.write("220 grumpy\r\n".getBytes(StandardCharsets.UTF_8));
            boolean content = false;
            for (var said = in.readLine(); said != null; said = in.readLine()) {
                if (content && !said.equals(".")) continue;
                var word = content ? "." : said.split("[ :]", 2)[0];
                content = false;
                String back = word.equals(command) ? answer : word.equals("DATA") ? "354 go on" : "250 fine";
                if (back.isEmpty()) return;
                out.write((back + "\r\n").getBytes(StandardCharsets.UTF_8));
                content = back.startsWith("354");
                if (word.equals("QUIT")) return;
            }
        } catch (IOException e) {
            // whoever called has hung up, or the test is over
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
