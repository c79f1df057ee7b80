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
package io.github.camelecobee.simulator.requests;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Every request since the simulator started or the log was cleared, oldest first. A request is in the log before its
 * answer leaves, so that a client that has the answer finds the request here.
 * <p>
 * Safe for use by several threads.
 */
public final class RequestLog {
    /** Long-running simulators must not fill the memory. */
    private static final int LONGEST = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<LoggedRequest> requests = new ArrayDeque<>();

    /** An empty log. */
    public RequestLog() {
    }

    /**
     * The requests.
     *
     * @return an immutable copy, oldest first; at most the last 10,000
     */
    public List<LoggedRequest> all() {
        lock.lock();
        try {
            return List.copyOf(requests);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The requests that meet a condition.
     *
     * @param  condition the condition
     * @return           an immutable list, oldest first
     */
    public List<LoggedRequest> matching(Predicate<LoggedRequest> condition) {
        return all().stream().filter(condition).toList();
    }

    /**
     * Counts the requests for a method and a path.
     *
     * @param  method the HTTP method
     * @param  path   the path, for example {@code /1/thermostatSummary}
     * @return        how many
     */
    public int count(String method, String path) {
        return matching(request -> request.is(method, path)).size();
    }

    /**
     * Counts the token requests of a grant type.
     *
     * @param  grantType {@code ecobeePin} or {@code refresh_token}
     * @return           how many
     */
    public int countGrants(String grantType) {
        return matching(request -> grantType.equals(request.grantType())).size();
    }

    /** Forgets all requests. */
    public void clear() {
        lock.lock();
        try {
            requests.clear();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Adds a request.
     *
     * @param request the request
     */
    public void add(LoggedRequest request) {
        lock.lock();
        try {
            requests.addLast(request);
            if (requests.size() > LONGEST) {
                requests.removeFirst();
            }
        } finally {
            lock.unlock();
        }
    }
}
