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

import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.encoding.ContentEncodingRepository;
import io.undertow.server.handlers.encoding.EncodingHandler;
import io.undertow.server.handlers.encoding.GzipEncodingProvider;
import org.xnio.Options;

/** The HTTP server, on the loopback interface only. */
public final class WebServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final long LARGEST_REQUEST = 1L << 20;
    private static final int PATIENCE_MILLIS = 20_000;

    private final Undertow server;

    private WebServer(Undertow server) {
        this.server = server;
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
                .setHandler(new EncodingHandler(new BlockingHandler(new FrontDoor(cloud)), encodings))
                .build();
        try {
            server.start();
        } catch (RuntimeException e) {
            server.stop();
            throw e.getCause() instanceof BindException
                    ? new IllegalStateException("Port " + port + " is in use: choose another one, or 0 for any free port.", e)
                    : e;
        }
        return new WebServer(server);
    }

    /**
     * Where it listens.
     *
     * @return {@code http://127.0.0.1:port}
     */
    public URI uri() {
        InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return URI.create("http://" + LOOPBACK + ":" + address.getPort());
    }

    @Override
    public void close() {
        server.stop();
    }
}
