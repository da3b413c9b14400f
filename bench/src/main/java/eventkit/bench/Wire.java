package eventkit.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive connection that speaks just enough HTTP/1.1. It costs the machine a fraction of what a full client does, so that what is measured on
 * the same cores is the server.
 */
final class Wire implements AutoCloseable {
    private final int port;
    private final String headers;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private byte[] line = new byte[256];

    /** @param cookie of a signed-in {@link Client} */
    Wire(int port, String cookie) throws IOException {
        this.port = port;
        connect();
        headers = " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nCookie: " + cookie + "\r\n";
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
        out = socket.getOutputStream();
    }

    /** Reads the whole answer and returns its length in bytes. */
    int get(String path) throws IOException {
        return body(path).length;
    }

    byte[] body(String path) throws IOException {
        return ask("GET " + path, ("GET " + path + headers + "\r\n").getBytes(StandardCharsets.US_ASCII), 200);
    }

    int post(String path, String idempotencyKey, byte[] json) throws IOException {
        return post(path, idempotencyKey, json, "", 201);
    }

    /** @param more headers, each with its end of line */
    int post(String path, String idempotencyKey, byte[] json, String more, int wanted) throws IOException {
        return posted(path, json, "Idempotency-Key: " + idempotencyKey + "\r\n" + more, wanted).length;
    }

    /** What needs no key, because it knows itself again. */
    byte[] send(String path, byte[] json) throws IOException {
        return posted(path, json, "", 200);
    }

    private byte[] posted(String path, byte[] json, String more, int wanted) throws IOException {
        var head = ("POST " + path + headers + "Content-Type: application/json\r\n" + more + "Content-Length: "
                        + json.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var request = new byte[head.length + json.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(json, 0, request, head.length, json.length);
        return ask("POST " + path, request, wanted);
    }

    private byte[] ask(String what, byte[] request, int wanted) throws IOException {
        var status = send(request);
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            var name = header.substring(0, colon).toLowerCase(Locale.ROOT);
            if (name.equals("content-length"))
                length = Integer.parseInt(header.substring(colon + 1).strip());
            else if (name.equals("transfer-encoding")) chunked = true;
            else if (name.equals("connection")) last = header.endsWith("close");
        }
        var body = chunked ? chunks() : in.readNBytes(length);
        if (!status.startsWith("HTTP/1.1 " + wanted))
            throw new IOException(what + " answered " + status + ": " + new String(body, StandardCharsets.UTF_8));
        if (last) {
            socket.close();
            connect();
        }
        return body;
    }

    /** A connection that the server has closed for being idle is opened again, as browsers do. */
    private String send(byte[] request) throws IOException {
        try {
            out.write(request);
            return line();
        } catch (IOException e) {
            socket.close();
            connect();
            out.write(request);
            return line();
        }
    }

    private byte[] chunks() throws IOException {
        var body = new java.io.ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            body.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        int length = 0;
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("the server closed the connection");
            if (length == line.length) line = java.util.Arrays.copyOf(line, length * 2);
            if (c != '\r') line[length++] = (byte) c;
        }
        return new String(line, 0, length, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
