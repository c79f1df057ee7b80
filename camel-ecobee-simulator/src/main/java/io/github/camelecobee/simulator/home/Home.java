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
package io.github.camelecobee.simulator.home;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelecobee.model.Thermostat;

/**
 * The thermostats of one account, behind one lock.
 * <p>
 * Safe for use by several threads.
 */
public final class Home {
    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final Map<String, Hook> hooks = new LinkedHashMap<>();

    /**
     * Hangs the thermostats. One of which nobody has asked yet costs next to nothing.
     *
     * @param  clock                    the time that passes for them
     * @param  given                    the thermostats; what they do not say is added
     * @param  seed                     the same seed gives the same weather and the same rooms
     * @throws IllegalArgumentException if one has no identifier or no time zone, or two have the same identifier
     */
    public Home(Clock clock, List<Thermostat> given, long seed) {
        this.clock = clock;
        Instant now = clock.instant();
        for (Thermostat each : given) {
            String identifier = each.getIdentifier();
            if (identifier == null || identifier.isBlank()) {
                throw new IllegalArgumentException("A thermostat needs an identifier");
            }
            if (hooks.put(identifier, new Hook(each, seed * 31 + identifier.hashCode(), now)) != null) {
                throw new IllegalArgumentException("Two thermostats have the identifier " + identifier);
            }
        }
    }

    /**
     * Lets the thermostats follow people, where their setting {@code autoAway} says so. To be called before anybody
     * looks at them.
     */
    public void followPeople() {
        lock.lock();
        try {
            hooks.values().forEach(Hook::followPeople);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Looks at the thermostats, or changes them, while nobody else does.
     *
     * @param  visit what to do; it must not keep anything of what it sees
     * @param  <T>   what it finds
     * @param  <E>   what it throws
     * @return       what it finds
     * @throws E     if the visit does
     */
    public <T, E extends Exception> T visit(Visit<T, E> visit) throws E {
        lock.lock();
        try {
            Instant now = clock.instant();
            return visit.to(new Present(hooks, now), now);
        } finally {
            lock.unlock();
        }
    }

    /**
     * A handle to script a thermostat with.
     *
     * @param  identifier               its identifier
     * @return                          the handle
     * @throws IllegalArgumentException if there is none
     */
    public SimulatedThermostat thermostat(String identifier) {
        if (!hooks.containsKey(identifier)) {
            throw new IllegalArgumentException("There is no thermostat " + identifier + ": there are " + hooks.keySet());
        }
        return new SimulatedThermostat(this, identifier);
    }

    /**
     * The identifiers of all thermostats.
     *
     * @return an immutable list
     */
    public List<String> identifiers() {
        return List.copyOf(hooks.keySet());
    }

    /**
     * Something done to the thermostats of a home.
     *
     * @param <T> what it finds
     * @param <E> what it throws
     */
    @FunctionalInterface
    public interface Visit<T, E extends Exception> {
        /**
         * Does it.
         *
         * @param  thermostats the thermostats by identifier; one is up to date as soon as it is taken out
         * @param  now         the simulated time
         * @return             what it finds
         * @throws E           if it fails
         */
        T to(Map<String, VirtualThermostat> thermostats, Instant now) throws E;
    }
}
