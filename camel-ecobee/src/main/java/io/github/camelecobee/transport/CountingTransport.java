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

import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls that go through it, by method and path. */
public final class CountingTransport implements HttpTransport {
    private final HttpTransport delegate;
    private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();

    /**
     * Wraps a transport.
     *
     * @param delegate carries the calls
     */
    public CountingTransport(HttpTransport delegate) {
        this.delegate = delegate;
    }

    @Override
    public HttpAnswer send(HttpCall call) {
        calls.computeIfAbsent(call.method() + " " + call.uri().getPath(), kind -> new LongAdder()).increment();
        return delegate.send(call);
    }

    @Override
    public int download(HttpCall call, OutputStream to, long most) {
        // The path of a bundle is a secret, and each has its own.
        calls.computeIfAbsent(call.method() + " downloads", kind -> new LongAdder()).increment();
        return delegate.download(call, to, most);
    }

    @Override
    public void close() {
        delegate.close();
    }

    /**
     * The calls so far, answered or not.
     *
     * @return their number by method and path, for example {@code GET /1/thermostatSummary}; a sorted copy
     */
    public Map<String, Long> calls() {
        Map<String, Long> sums = new TreeMap<>();
        calls.forEach((kind, sum) -> sums.put(kind, sum.sum()));
        return sums;
    }
}
