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

import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Sends calls through a proxy, except those to hosts that are named as exceptions. */
final class ProxyRoutePlanner extends DefaultRoutePlanner {
    private final ProxySettings proxy;

    ProxyRoutePlanner(ProxySettings proxy) {
        super(null);
        this.proxy = proxy;
    }

    @Override
    @SuppressWarnings("NullAway") // null means no proxy, as in the class overridden
    protected HttpHost determineProxy(HttpHost target, HttpContext context) {
        return proxy.isFor(target.getHostName()) ? new HttpHost("http", proxy.host(), proxy.port()) : null;
    }
}
