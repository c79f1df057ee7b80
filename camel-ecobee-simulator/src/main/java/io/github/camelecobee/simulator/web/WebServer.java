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
package io.github.camelecobee.simulator.web;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.locks.ReentrantLock;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.encoding.ContentEncodingRepository;
import io.undertow.server.handlers.encoding.EncodingHandler;
import io.undertow.server.handlers.encoding.GzipEncodingProvider;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.Options;

/**
 * The HTTP server, on the loopback interface only. Its port can be closed and opened again.
 * <p>
 * Safe for use by several threads.
 */
public final class WebServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final long LARGEST_REQUEST = 1L << 20;
    private static final int PATIENCE_MILLIS = 20_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final FrontDoor door;
    private final URI uri;
    /** {@code null} while the port is closed. */
    private @Nullable Undertow server;
    /** Keeps others from taking a closed port: bound, but nobody listens. */
    private @Nullable Socket placeholder;

    private WebServer(FrontDoor door, Undertow server) {
        this.door = door;
        this.server = server;
        InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        this.uri = URI.create("http://" + LOOPBACK + ":" + address.getPort());
    }

    /**
     * Starts a server.
     *
     * @param  port                  the port, 0 for one that is free
     * @param  cloud                 what it serves
     * @return                       the running server
     * @throws IllegalStateException if the port is in use
     */
    public static WebServer start(int port, Cloud cloud) {
        FrontDoor door = new FrontDoor(cloud);
        return new WebServer(door, listen(port, door));
    }

    private static Undertow listen(int port, FrontDoor door) {
        ContentEncodingRepository encodings = new ContentEncodingRepository()
                .addEncodingHandler("gzip", new GzipEncodingProvider(), 1);
        Undertow server = Undertow.builder().addHttpListener(port, LOOPBACK)
                // An answer that nobody reads holds a thread until it is given up.
                .setIoThreads(2).setWorkerThreads(64).setSocketOption(Options.WRITE_TIMEOUT, PATIENCE_MILLIS)
                // Undertow frees direct buffers through sun.misc.Unsafe, of which JDK 24 and later warn.
                .setDirectBuffers(false)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, LARGEST_REQUEST)
                // Some clients send the JSON of a query without encoding its braces and quotes.
                .setServerOption(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                .setHandler(new EncodingHandler(new BlockingHandler(door), encodings))
                .build();
        try {
            server.start();
        } catch (RuntimeException e) {
            server.stop();
            throw e.getCause() instanceof BindException
                    ? new IllegalStateException("Port " + port + " is in use: choose another one, or 0 for any free port.", e)
                    : e;
        }
        return server;
    }

    /**
     * Where it listens, also while the port is closed.
     *
     * @return {@code http://127.0.0.1:port}
     */
    public URI uri() {
        return uri;
    }

    /** Ends all connections and refuses new ones, until {@link #openPort()}; does nothing while it does. */
    public void closePort() {
        lock.lock();
        try {
            if (server != null) {
                server.stop();
                server = null;
                Socket kept = new Socket();
                placeholder = kept;
                kept.setReuseAddress(true);
                kept.bind(new InetSocketAddress(LOOPBACK, uri.getPort()));
            }
        } catch (IOException e) {
            throw new IllegalStateException("Port " + uri.getPort() + " cannot be kept while it is closed", e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Listens again on the same port; does nothing while it does.
     *
     * @throws IllegalStateException if the port is in use
     */
    public void openPort() {
        lock.lock();
        try {
            if (server == null) {
                IoUtils.safeClose(placeholder);
                placeholder = null;
                server = listen(uri.getPort(), door);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (server != null) {
                server.stop();
            }
            IoUtils.safeClose(placeholder);
        } finally {
            lock.unlock();
        }
    }
}
