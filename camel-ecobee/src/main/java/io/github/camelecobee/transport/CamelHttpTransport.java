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
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.net.ssl.SSLException;

import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/**
 * The transport on top of camel-http, so that TLS parameters and proxies are those that Camel users know. It owns a
 * private {@link HttpComponent}, which is not registered in the context.
 * <p>
 * Nothing it sends or receives is logged at any level, and secrets join a request only when it is written to the
 * socket.
 */
public final class CamelHttpTransport implements HttpTransport {
    private final TransportSettings settings;
    private final PoolingHttpClientConnectionManager connections;
    private final HttpComponent component;
    private final HttpEndpoint endpoint;
    private final HttpClient client;
    private final CamelContext context;
    private final RequestConfig config;
    private final ScheduledExecutorService timer;
    private final Deadlines deadlines;
    private final Uninterrupted uninterrupted;
    private final Set<Attempt> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Opens a transport. No connection is made yet.
     *
     * @param  context                  the context whose TLS parameters and threads are used
     * @param  settings                 limits, TLS, proxy
     * @throws IllegalArgumentException if the TLS parameters cannot be used
     */
    public CamelHttpTransport(CamelContext context, TransportSettings settings) {
        this.context = context;
        this.settings = settings;
        HttpClientFactory factory = new HttpClientFactory(context, settings);
        connections = factory.connections();
        component = factory.component(connections);
        try {
            ServiceHelper.startService(component);
            // The address only gives the client a home; every call brings its own.
            endpoint = (HttpEndpoint) component.createEndpoint("https://ecobee");
            ServiceHelper.startService(endpoint);
        } catch (Exception e) {
            connections.close(CloseMode.IMMEDIATE);
            throw new IllegalStateException("camel-http cannot be set up: " + e.getMessage(), e);
        }
        client = endpoint.getHttpClient();
        config = RequestConfig.custom()
                .setConnectionRequestTimeout(HttpClientFactory.timeout(settings.leaseTimeout()))
                .setResponseTimeout(HttpClientFactory.timeout(settings.responseTimeout()))
                // Some of ecobee's servers mishandle Expect: 100-continue.
                .setExpectContinueEnabled(false)
                .setRedirectsEnabled(false)
                .setContentCompressionEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
        timer = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "EcobeeHttpDeadline");
        deadlines = new Deadlines(timer);
        uninterrupted = new Uninterrupted(context);
    }

    @Override
    public HttpAnswer send(HttpCall call) {
        Attempt attempt = new Attempt(call, request(call));
        HttpAnswer answer = execute(attempt, new AnswerReader(settings.maxResponseBytes(), attempt::abort));
        if (!attempt.mayHaveBeenSent()) {
            throw noTunnel(call, answer.status());
        }
        return answer;
    }

    @Override
    public int download(HttpCall call, OutputStream to, long most) {
        HttpUriRequestBase request = request(call);
        request.removeHeaders(HttpHeaders.CONTENT_TYPE);
        request.setHeader(HttpHeaders.ACCEPT, "*/*");
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        Attempt attempt = new Attempt(call, request);
        int status = execute(attempt, new BodyCopier(to, most, attempt::abort));
        if (!attempt.mayHaveBeenSent()) {
            throw noTunnel(call, status);
        }
        return status;
    }

    /** HttpClient hands back what a proxy says to CONNECT as if the server had said it. */
    private static TransportException noTunnel(HttpCall call, int status) {
        return new TransportException(call, "the proxy made no tunnel, HTTP " + status, false, null);
    }

    private <T> T execute(Attempt attempt, HttpClientResponseHandler<T> reader) {
        try {
            return uninterrupted.call(() -> exchange(attempt, reader));
        } catch (RejectedExecutionException e) {
            throw new TransportException(attempt.call(), "the transport is closed", false, null);
        }
    }

    private <T> T exchange(Attempt attempt, HttpClientResponseHandler<T> reader) {
        HttpCall call = attempt.call();
        underWay.add(attempt);
        Duration limit = call.timeout().orElse(settings.callTimeout());
        try {
            if (closed.get()) {
                throw new TransportException(call, "the transport is closed", false, null);
            }
            deadlines.begin(attempt, limit);
            HttpClientContext clientContext = HttpClientContext.create();
            clientContext.setAttribute(Attempt.KEY, attempt);
            return client.execute(attempt.request(), clientContext, reader);
        } catch (IOException | IllegalStateException | RejectedExecutionException e) {
            throw failure(attempt, limit, e);
        } finally {
            deadlines.end(attempt);
            underWay.remove(attempt);
        }
    }

    private HttpUriRequestBase request(HttpCall call) {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.uri());
        request.setConfig(config);
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        // What answers a change is a few bytes: gzip makes them more, and costs both sides more than the rest of it.
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, call.body().isPresent() ? "identity" : "gzip");
        request.setHeader(HttpHeaders.CONTENT_TYPE, call.contentType());
        call.body().ifPresent(body -> request.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), null)));
        return request;
    }

    private TransportException failure(Attempt attempt, Duration limit, Exception e) {
        // What a protocol error quotes may be an answer with tokens, or the server's echo of our own request.
        Throwable cause = e.getCause() instanceof HttpException || e instanceof MalformedChunkCodingException ? null : e;
        return new TransportException(attempt.call(), reason(attempt, limit, e), attempt.mayHaveBeenSent(), cause);
    }

    private String reason(Attempt attempt, Duration limit, Exception e) {
        if (closed.get()) {
            return "the transport was closed";
        } else if (attempt.isLate()) {
            return "no complete answer within " + limit.toMillis() + " ms";
        } else if (e instanceof AnswerReader.TooLargeException) {
            return String.valueOf(e.getMessage());
        } else if (e instanceof ConnectionRequestTimeoutException) {
            return "no free connection within " + settings.leaseTimeout().toMillis() + " ms";
        } else if (e instanceof ConnectTimeoutException) {
            return "no connection within " + settings.connectTimeout().toMillis() + " ms";
        } else if (e instanceof ConnectException) {
            return "connection refused";
        } else if (e instanceof UnknownHostException) {
            return "unknown host";
        } else if (e instanceof SSLException) {
            return attempt.mayHaveBeenSent() ? "the TLS connection broke" : "no TLS connection: " + e.getMessage();
        } else if (e instanceof SocketTimeoutException) {
            return "no answer within " + settings.responseTimeout().toMillis() + " ms";
        } else if (e instanceof InterruptedIOException || Thread.currentThread().isInterrupted()) {
            return "interrupted";
        }
        return "the connection broke (" + e.getClass().getSimpleName() + ")";
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            underWay.forEach(Attempt::abort);
            // Closes the sockets of whatever was still about to begin; graceful would wait for answers.
            connections.close(CloseMode.IMMEDIATE);
            context.getExecutorServiceManager().shutdownNow(timer);
            uninterrupted.close();
            ServiceHelper.stopAndShutdownServices(endpoint, component);
        }
    }
}
