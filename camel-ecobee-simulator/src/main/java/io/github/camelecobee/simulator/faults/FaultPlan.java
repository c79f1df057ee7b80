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
package io.github.camelecobee.simulator.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The faults that are still to come. Each is meant for the next requests of a method and a path; a request meets at
 * most one fault, the one ordered first.
 * <p>
 * Safe for use by several threads.
 */
public final class FaultPlan {
    /** Stands for every method or every path. */
    public static final String ANY = "*";

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Order> orders = new ArrayList<>();

    /** A plan without faults. */
    public FaultPlan() {
    }

    /**
     * Orders a fault for the next request.
     *
     * @param method the HTTP method, or {@link #ANY}
     * @param path   the path without query, for example {@code /1/thermostat}, or {@link #ANY}
     * @param fault  what goes wrong
     */
    public void next(String method, String path, Fault fault) {
        next(1, method, path, fault);
    }

    /**
     * Orders a fault for the next requests.
     *
     * @param  times                    for how many requests
     * @param  method                   the HTTP method, or {@link #ANY}
     * @param  path                     the path without query, or {@link #ANY}
     * @param  fault                    what goes wrong
     * @throws IllegalArgumentException if times is below 1
     */
    public void next(int times, String method, String path, Fault fault) {
        if (times < 1) {
            throw new IllegalArgumentException("A fault cannot happen " + times + " times: use 1 or more");
        }
        lock.lock();
        try {
            orders.add(new Order(times, method, path, fault));
        } finally {
            lock.unlock();
        }
    }

    /** Cancels all faults that have not happened yet. */
    public void clear() {
        lock.lock();
        try {
            orders.clear();
        } finally {
            lock.unlock();
        }
    }

    /**
     * How many requests will still meet a fault.
     *
     * @return their number
     */
    public int pending() {
        lock.lock();
        try {
            return orders.stream().mapToInt(Order::times).sum();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the fault that a request meets.
     *
     * @param  method the request's HTTP method
     * @param  path   the request's path without query
     * @return        the fault, empty when all goes well
     */
    public Optional<Fault> take(String method, String path) {
        lock.lock();
        try {
            for (ListIterator<Order> each = orders.listIterator(); each.hasNext();) {
                Order order = each.next();
                if (order.meets(method, path)) {
                    if (order.times > 1) {
                        each.set(new Order(order.times - 1, order.method, order.path, order.fault));
                    } else {
                        each.remove();
                    }
                    return Optional.of(order.fault);
                }
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private record Order(int times, String method, String path, Fault fault) {
        boolean meets(String askedMethod, String askedPath) {
            return (method.equals(ANY) || method.equals(askedMethod)) && (path.equals(ANY) || path.equals(askedPath));
        }
    }
}
