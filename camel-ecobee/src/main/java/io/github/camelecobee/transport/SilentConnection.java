/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in
 * compliance with the License. You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License is
 * distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and limitations under the License.
 */
package io.github.camelecobee.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A pooled connection that logs nothing. HttpClient's own one writes every header and every byte to the loggers
 * {@code org.apache.hc.client5.http.headers} and {@code .wire} (5.5.1, DefaultManagedHttpClientConnection), tokens
 * included, as soon as somebody turns DEBUG on.
 */
final class SilentConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {
    /** Against a server that never ends its headers. */
    private static final Http1Config LIMITS = Http1Config.custom().setMaxLineLength(64 * 1024).setMaxHeaderCount(500).build();

    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable Timeout socketTimeout;

    SilentConnection() {
        super(LIMITS);
    }

    @Override
    public void bind(Socket socket) throws IOException {
        refuseIfClosed(socket);
        super.bind(socket);
        socketTimeout = Timeout.ofMilliseconds(socket.getSoTimeout());
    }

    @Override
    public void bind(SSLSocket sslSocket, Socket socket) throws IOException {
        refuseIfClosed(socket);
        super.bind(sslSocket, socket);
        socketTimeout = Timeout.ofMilliseconds(sslSocket.getSoTimeout());
    }

    /** A close during connecting must win, or the socket would be left open in a closed pool. */
    private void refuseIfClosed(Socket socket) throws IOException {
        if (closed.get()) {
            socket.close();
            throw new InterruptedIOException("Connection already shut down");
        }
    }

    @Override
    @SuppressWarnings("NullAway") // an unbound connection has no socket, as in HttpClient's own
    public Socket getSocket() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getSocket();
    }

    @Override
    @SuppressWarnings("NullAway") // a plain connection has no session, as in HttpClient's own
    public SSLSession getSSLSession() {
        SocketHolder holder = getSocketHolder();
        Socket socket = holder == null ? null : holder.getSocket();
        return socket instanceof SSLSocket secure ? secure.getSession() : null;
    }

    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            super.close();
        }
    }

    @Override
    public void close(CloseMode mode) {
        if (closed.compareAndSet(false, true)) {
            super.close(mode);
        }
    }

    @Override
    public void setSocketTimeout(Timeout timeout) {
        super.setSocketTimeout(timeout);
        socketTimeout = timeout;
    }

    @Override
    public void passivate() {
        super.setSocketTimeout(Timeout.ZERO_MILLISECONDS);
    }

    @Override
    public void activate() {
        super.setSocketTimeout(socketTimeout);
    }
}
