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
package io.github.camelecobee.poll;

/**
 * Something read from ecobee, on its way to a route. Exactly one of {@link #commit()} and {@link #release()} is called
 * when the route is done with it.
 */
public sealed interface Delivery permits ThermostatDelivery, ReportDelivery, FeedDelivery {

    /** Hears what became of a delivery. */
    interface Outcome {
        /**
         * The route is done with it.
         *
         * @param processed whether with success
         */
        void done(boolean processed);
    }

    /**
     * Who hears what becomes of it.
     *
     * @return the one that was given by its poller
     */
    Outcome outcome();

    /**
     * What stays the same when it is delivered again.
     *
     * @return identifier of the thermostat, a slash, and which state, row or change of it
     */
    String key();

    /**
     * Whether a route may see it. One that must come after another, which has failed meanwhile, may not: it is to be
     * {@linkplain #release() released} instead.
     *
     * @return whether it may
     */
    default boolean isDue() {
        return true;
    }

    /** The route succeeded: the cursor moves, and it is not delivered again. */
    default void commit() {
        outcome().done(true);
    }

    /** The route failed or never saw it: it is delivered again at a later poll. */
    default void release() {
        outcome().done(false);
    }
}
