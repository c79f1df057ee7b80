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

import java.util.List;
import java.util.Optional;

/** Reads a feed. Called by one thread at a time; deliveries may be committed from any thread. */
public interface Poller extends AutoCloseable {

    /**
     * Begins a poll.
     *
     * @param  limit the most deliveries wanted, 0 or less for no limit
     * @return       what is to be delivered, in order; possibly only a first part
     */
    List<? extends Delivery> poll(int limit);

    /**
     * Goes on with the poll. What a poll reads is not held in memory all at once: a part is asked for when the one
     * before has been handed out.
     *
     * @param  limit the most deliveries wanted, 0 or less for no limit
     * @return       the next part, empty when the poll is over
     */
    default List<? extends Delivery> more(int limit) {
        return List.of();
    }

    /**
     * Hears of own changes of the account's thermostats, if the feed shows them.
     *
     * @param listener called after each; must not wait
     */
    default void onOwnWrite(Runnable listener) {
    }

    /** Prepares a poll that finds what own changes did, however early it is. */
    default void rereadWritten() {
    }

    /**
     * How far the feed has come, if it has a history.
     *
     * @return a snapshot, empty when it has none
     */
    default Optional<ReportStatus> reportStatus() {
        return Optional.empty();
    }

    /** Lets go of what is shared with other polls of the account. */
    @Override
    default void close() {
    }
}
