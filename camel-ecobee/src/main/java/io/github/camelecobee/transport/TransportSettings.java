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

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/**
 * How calls are sent: limits, pool, TLS and proxy. Immutable, and checked when built.
 *
 * @param connectTimeout   limit of connecting, TLS included
 * @param leaseTimeout     limit of waiting for a free connection of the pool
 * @param responseTimeout  limit of waiting for the next byte of the answer
 * @param callTimeout      limit of the whole call, against an answer that drips
 * @param maxResponseBytes largest answer, decoded
 * @param maxConnections   largest number of connections, and of calls at the same time
 * @param idleConnection   age at which a connection is not used again
 * @param userAgent        value of the header {@code User-Agent}
 * @param ssl              TLS of its own, {@code null} for the JVM's or the context's
 * @param globalSsl        whether the TLS parameters of the context apply where {@code ssl} is {@code null}
 * @param proxy            proxy, {@code null} for none
 */
public record TransportSettings(Duration connectTimeout, Duration leaseTimeout, Duration responseTimeout,
        Duration callTimeout, int maxResponseBytes, int maxConnections, Duration idleConnection, String userAgent,
        @Nullable SSLContextParameters ssl, boolean globalSsl, @Nullable ProxySettings proxy) {

    /**
     * Checks every value.
     *
     * @param connectTimeout   limit of connecting, TLS included
     * @param leaseTimeout     limit of waiting for a free connection of the pool
     * @param responseTimeout  limit of waiting for the next byte of the answer
     * @param callTimeout      limit of the whole call, against an answer that drips
     * @param maxResponseBytes largest answer, decoded
     * @param maxConnections   largest number of connections, and of calls at the same time
     * @param idleConnection   age at which a connection is not used again
     * @param userAgent        value of the header {@code User-Agent}
     * @param ssl              TLS of its own, {@code null} for the JVM's or the context's
     * @param globalSsl        whether the TLS parameters of the context apply where {@code ssl} is {@code null}
     * @param proxy            proxy, {@code null} for none
     */
    public TransportSettings {
        positive("connectTimeout", connectTimeout);
        positive("leaseTimeout", leaseTimeout);
        positive("responseTimeout", responseTimeout);
        positive("callTimeout", callTimeout);
        positive("idleConnection", idleConnection);
        if (maxResponseBytes < 1) {
            throw new IllegalArgumentException("maxResponseBytes must be at least 1, not " + maxResponseBytes);
        }
        if (maxConnections < 1) {
            throw new IllegalArgumentException("maxConnections must be at least 1, not " + maxConnections);
        }
        if (userAgent.isBlank() || userAgent.chars().anyMatch(c -> c < ' ' || c >= 127)) {
            throw new IllegalArgumentException("userAgent must be printable and not blank");
        }
    }

    /**
     * The defaults.
     *
     * @return settings that suit ecobee's own service
     */
    public static TransportSettings defaults() {
        return builder().build();
    }

    /**
     * Starts from the defaults.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    private static void positive(String name, Duration value) {
        // Timeouts end up in an int of milliseconds.
        if (value.isNegative() || value.toMillis() < 1 || value.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(name + " must be from 1 ms to 24 days, not " + value);
        }
    }

    /** Builds {@link TransportSettings}. Not safe for use by several threads. */
    public static final class Builder {
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration leaseTimeout = Duration.ofSeconds(30);
        private Duration responseTimeout = Duration.ofSeconds(30);
        private Duration callTimeout = Duration.ofSeconds(120);
        private int maxResponseBytes = 64 * 1024 * 1024;
        private int maxConnections = 8;
        private Duration idleConnection = Duration.ofMinutes(5);
        private String userAgent = "camel-ecobee/" + version();
        private @Nullable SSLContextParameters ssl;
        private boolean globalSsl;
        private @Nullable ProxySettings proxy;

        private Builder() {
        }

        /**
         * Limits connecting; 10 s by default.
         *
         * @param  value longer than zero
         * @return       this
         */
        public Builder connectTimeout(Duration value) {
            connectTimeout = value;
            return this;
        }

        /**
         * Limits waiting for a free connection; 30 s by default.
         *
         * @param  value longer than zero
         * @return       this
         */
        public Builder leaseTimeout(Duration value) {
            leaseTimeout = value;
            return this;
        }

        /**
         * Limits waiting for the next byte of an answer; 30 s by default.
         *
         * @param  value longer than zero
         * @return       this
         */
        public Builder responseTimeout(Duration value) {
            responseTimeout = value;
            return this;
        }

        /**
         * Limits a whole call; 120 s by default.
         *
         * @param  value longer than zero
         * @return       this
         */
        public Builder callTimeout(Duration value) {
            callTimeout = value;
            return this;
        }

        /**
         * Limits the size of an answer after decoding; 64 MiB by default.
         *
         * @param  value at least 1
         * @return       this
         */
        public Builder maxResponseBytes(int value) {
            maxResponseBytes = value;
            return this;
        }

        /**
         * Limits the number of connections; 8 by default.
         *
         * @param  value at least 1
         * @return       this
         */
        public Builder maxConnections(int value) {
            maxConnections = value;
            return this;
        }

        /**
         * Limits the age of a connection; 5 minutes by default.
         *
         * @param  value longer than zero
         * @return       this
         */
        public Builder idleConnection(Duration value) {
            idleConnection = value;
            return this;
        }

        /**
         * Names us to the server; {@code camel-ecobee/} and the version by default.
         *
         * @param  value printable
         * @return       this
         */
        public Builder userAgent(String value) {
            userAgent = value;
            return this;
        }

        /**
         * Sets TLS parameters; by default the JVM's apply.
         *
         * @param  value trust, keys, protocols
         * @return       this
         */
        public Builder ssl(@Nullable SSLContextParameters value) {
            ssl = value;
            return this;
        }

        /**
         * Uses the TLS parameters of the Camel context where none are set here; off by default, as in all of Camel.
         *
         * @param  value whether to
         * @return       this
         */
        public Builder globalSsl(boolean value) {
            globalSsl = value;
            return this;
        }

        /**
         * Sets a proxy; none by default.
         *
         * @param  value the proxy
         * @return       this
         */
        public Builder proxy(@Nullable ProxySettings value) {
            proxy = value;
            return this;
        }

        /**
         * Checks and builds.
         *
         * @return                          the settings
         * @throws IllegalArgumentException naming the value that is wrong
         */
        public TransportSettings build() {
            return new TransportSettings(
                    Objects.requireNonNull(connectTimeout, "connectTimeout"), leaseTimeout, responseTimeout, callTimeout,
                    maxResponseBytes, maxConnections, idleConnection, userAgent, ssl, globalSsl, proxy);
        }

        private static String version() {
            return Optional.ofNullable(TransportSettings.class.getPackage().getImplementationVersion()).orElse("dev");
        }
    }
}
