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
package io.github.camelecobee;

import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/** The options of the component that say where ecobee is and how it is reached. */
public abstract class EcobeeConnectionOptions extends EcobeeAuthorizationOptions implements SSLContextParametersAware {
    private static final String ECOBEE = "https://api.ecobee.com";

    @Metadata(label = "common", defaultValue = ECOBEE,
              description = "Where ecobee is, without a path. Must be https, except on the loopback interface.")
    private String baseUrl = ECOBEE;
    @Metadata(label = "security,advanced", description = "Where tokens are got. By default /token at baseUrl.")
    private @Nullable String tokenUrl;
    @Metadata(label = "security,advanced",
              description = "Where PINs are got, and where browsers are sent. By default /authorize at baseUrl.")
    private @Nullable String authorizeUrl;
    @Metadata(label = "advanced", defaultValue = "10000", javaType = "java.time.Duration",
              description = "Longest time to connect, in milliseconds or as 10s.")
    private long connectTimeout = 10_000;
    @Metadata(label = "advanced", defaultValue = "30000", javaType = "java.time.Duration",
              description = "Longest time to wait for an answer to begin and between two parts of it, in milliseconds or as"
                            + " 30s.")
    private long responseTimeout = 30_000;
    @Metadata(label = "advanced", defaultValue = "120000", javaType = "java.time.Duration",
              description = "Longest time for a whole request and its answer, in milliseconds or as 2m.")
    private long requestTimeout = 120_000;
    @Metadata(label = "advanced", defaultValue = "67108864",
              description = "Largest answer to accept, in bytes after decompression.")
    private int maxResponseSize = 64 * 1024 * 1024;
    @Metadata(label = "security", description = "TLS parameters of the connections to ecobee.")
    private @Nullable SSLContextParameters sslContextParameters;
    @Metadata(label = "security", defaultValue = "false",
              description = "Whether to use the global TLS parameters of the Camel context.")
    private boolean useGlobalSslContextParameters;
    @Metadata(label = "proxy", description = "Host of an HTTP proxy.")
    private @Nullable String proxyHost;
    @Metadata(label = "proxy", description = "Port of the HTTP proxy.")
    private @Nullable Integer proxyPort;
    @Metadata(label = "proxy", description = "User at the proxy.")
    private @Nullable String proxyAuthUsername;
    @Metadata(label = "proxy", secret = true, description = "Password at the proxy.")
    private @Nullable String proxyAuthPassword;
    @Metadata(label = "proxy",
              description = "Hosts to reach without the proxy, separated by vertical bars, with the asterisk as wildcard.")
    private @Nullable String nonProxyHosts;

    EcobeeConnectionOptions() {
    }

    /**
     * See the option of this name.
     *
     * @return where ecobee is
     */
    public String getBaseUrl() {
        return baseUrl;
    }

    /**
     * See the option of this name.
     *
     * @param baseUrl where ecobee is
     */
    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /**
     * See the option of this name.
     *
     * @return where tokens are got, {@code null} when not given
     */
    public @Nullable String getTokenUrl() {
        return tokenUrl;
    }

    /**
     * See the option of this name.
     *
     * @param tokenUrl where tokens are got
     */
    public void setTokenUrl(@Nullable String tokenUrl) {
        this.tokenUrl = tokenUrl;
    }

    /**
     * See the option of this name.
     *
     * @return where PINs are got, {@code null} when not given
     */
    public @Nullable String getAuthorizeUrl() {
        return authorizeUrl;
    }

    /**
     * See the option of this name.
     *
     * @param authorizeUrl where PINs are got
     */
    public void setAuthorizeUrl(@Nullable String authorizeUrl) {
        this.authorizeUrl = authorizeUrl;
    }

    /**
     * See the option of this name.
     *
     * @return longest time to connect, in milliseconds
     */
    public long getConnectTimeout() {
        return connectTimeout;
    }

    /**
     * See the option of this name.
     *
     * @param connectTimeout longest time to connect, in milliseconds
     */
    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    /**
     * See the option of this name.
     *
     * @return longest time to wait for an answer, in milliseconds
     */
    public long getResponseTimeout() {
        return responseTimeout;
    }

    /**
     * See the option of this name.
     *
     * @param responseTimeout longest time to wait for an answer, in milliseconds
     */
    public void setResponseTimeout(long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    /**
     * See the option of this name.
     *
     * @return longest time for a request, in milliseconds
     */
    public long getRequestTimeout() {
        return requestTimeout;
    }

    /**
     * See the option of this name.
     *
     * @param requestTimeout longest time for a request, in milliseconds
     */
    public void setRequestTimeout(long requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    /**
     * See the option of this name.
     *
     * @return largest answer to accept, in bytes
     */
    public int getMaxResponseSize() {
        return maxResponseSize;
    }

    /**
     * See the option of this name.
     *
     * @param maxResponseSize largest answer to accept, in bytes
     */
    public void setMaxResponseSize(int maxResponseSize) {
        this.maxResponseSize = maxResponseSize;
    }

    /**
     * See the option of this name.
     *
     * @return TLS parameters, {@code null} when not given
     */
    public @Nullable SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    /**
     * See the option of this name.
     *
     * @param sslContextParameters TLS parameters
     */
    public void setSslContextParameters(@Nullable SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    /**
     * See the option of this name.
     *
     * @return host of a proxy, {@code null} when not given
     */
    public @Nullable String getProxyHost() {
        return proxyHost;
    }

    /**
     * See the option of this name.
     *
     * @param proxyHost host of a proxy
     */
    public void setProxyHost(@Nullable String proxyHost) {
        this.proxyHost = proxyHost;
    }

    /**
     * See the option of this name.
     *
     * @return port of the proxy, {@code null} when not given
     */
    public @Nullable Integer getProxyPort() {
        return proxyPort;
    }

    /**
     * See the option of this name.
     *
     * @param proxyPort port of the proxy
     */
    public void setProxyPort(@Nullable Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    /**
     * See the option of this name.
     *
     * @return user at the proxy, {@code null} when not given
     */
    public @Nullable String getProxyAuthUsername() {
        return proxyAuthUsername;
    }

    /**
     * See the option of this name.
     *
     * @param proxyAuthUsername user at the proxy
     */
    public void setProxyAuthUsername(@Nullable String proxyAuthUsername) {
        this.proxyAuthUsername = proxyAuthUsername;
    }

    /**
     * See the option of this name.
     *
     * @return password at the proxy, a secret, {@code null} when not given
     */
    public @Nullable String getProxyAuthPassword() {
        return proxyAuthPassword;
    }

    /**
     * See the option of this name.
     *
     * @param proxyAuthPassword password at the proxy, a secret
     */
    public void setProxyAuthPassword(@Nullable String proxyAuthPassword) {
        this.proxyAuthPassword = proxyAuthPassword;
    }

    /**
     * See the option of this name.
     *
     * @return hosts to reach without the proxy, {@code null} when not given
     */
    public @Nullable String getNonProxyHosts() {
        return nonProxyHosts;
    }

    /**
     * See the option of this name.
     *
     * @param nonProxyHosts hosts to reach without the proxy
     */
    public void setNonProxyHosts(@Nullable String nonProxyHosts) {
        this.nonProxyHosts = nonProxyHosts;
    }
}
