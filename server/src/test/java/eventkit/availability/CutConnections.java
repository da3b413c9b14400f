package eventkit.availability;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Connections that are lost while they commit: before the server has heard of it, or before its answer has come. */
final class CutConnections implements DataSource {
    enum When {
        BEFORE,
        AFTER
    }

    private final DataSource source;
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile When when = When.AFTER;

    CutConnections(DataSource source) {
        this.source = source;
    }

    /** The next commits are cut, whoever commits. */
    void next(int commits, When when) {
        this.when = when;
        cuts.set(commits);
    }

    int left() {
        return cuts.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        var real = source.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean cut =
                            method.getName().equals("commit") && cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
                    try {
                        if (!cut) return method.invoke(real, arguments);
                        if (when == When.AFTER) real.commit();
                        real.abort(Runnable::run);
                        throw new SQLException("An I/O error occurred while sending to the backend.", "08006");
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return source.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
