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
package io.github.camelecobee.client;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/**
 * Reads for a consumer that polls. All readers of an account share what ecobee is asked for: one summary in an
 * interval, and of each thermostat the parts that changed, once. A poll that comes too early asks for nothing and gets
 * the last summary again. Safe for use by several threads.
 */
public final class PollReader implements AutoCloseable {
    private final EcobeeClient client;
    private final SharedReads shared;
    private final ThermostatSelection selection;
    private final Set<Include> includes;
    private final Duration interval;
    private final Set<String> named;
    private final ThermostatFilter filter;
    /** Those that the filter let through last; {@code null} when it has not yet, or lets all through. */
    private volatile @Nullable Set<String> passed;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    PollReader(EcobeeClient client, SharedReads shared, ThermostatSelection selection, Set<Include> includes,
               Duration interval, ThermostatFilter filter) {
        this.client = client;
        this.shared = shared;
        this.selection = selection;
        this.includes = Set.copyOf(includes);
        this.interval = interval;
        this.named = Set.copyOf(selection.match());
        this.filter = filter;
        shared.join(this);
    }

    /**
     * Which of the wanted thermostats there are and whether something about them changed. Identifiers that ecobee does
     * not answer for are missing.
     *
     * @return                 revisions and running equipment, from ecobee, or from the last poll if this one is too
     *                         early
     * @throws EcobeeException if ecobee cannot be asked now, or the last poll failed and it is too early for another
     */
    public ThermostatSummary summary() {
        ThermostatSummary wanted = filter.of(client, shared.summary(this));
        passed = filter.isEverything() ? null : wanted.revisions().keySet();
        return wanted;
    }

    /**
     * Thermostats as the last summary knows them: what did not change since it was read is not read again.
     *
     * @param  identifiers     the thermostats, of the last summary
     * @return                 copies of its own, with all the parts that the reader wants and no others; those that are
     *                         missing could not be read now and come with a later poll
     * @throws EcobeeException if none could be read
     */
    public List<Thermostat> thermostats(Collection<String> identifiers) {
        return shared.thermostats(this, identifiers);
    }

    /**
     * Hears of changes that this process made to thermostats of the account, until the reader is closed.
     *
     * @param listener called after each, by the thread that made it; must not wait
     */
    public void onOwnWrite(Runnable listener) {
        listeners.add(listener);
        shared.writes().listen(listener);
    }

    /**
     * Asks for the revisions of the thermostats that this process changed, and of no others, however early it is.
     * Several changes, and several readers of the account, are one request.
     *
     * @throws EcobeeException if ecobee cannot be asked now
     */
    public void rereadWritten() {
        shared.rereadWritten(client);
    }

    /**
     * Takes the turn of something that the reader's owner polls beside what is shared, such as a report. However many
     * consumers poll the same, each has its turn.
     *
     * @param  kind    what is polled
     * @param  subject what exactly, a value with {@code equals}
     * @return         whether it may be asked for now; {@code false} when it was polled too short a time ago, by
     *                 whomever
     */
    public boolean takeTurn(RequestKind kind, Object subject) {
        return interval.isZero() || client.takeTurn(kind, subject, this);
    }

    /** The reader reads no more; what it wanted is not asked for any longer. */
    @Override
    public void close() {
        listeners.forEach(shared.writes()::forget);
        shared.leave(this);
    }

    /** Which thermostats it reads, as it reads in a log. */
    @Override
    public String toString() {
        return selection.toString();
    }

    EcobeeClient client() {
        return client;
    }

    ThermostatSelection selection() {
        return selection;
    }

    /** Whether a thermostat of the account may be one of the reader's. */
    boolean watches(String identifier) {
        Set<String> some = passed;
        return (selection.type() != ThermostatSelection.Type.THERMOSTATS || named.contains(identifier))
                && (some == null || some.contains(identifier));
    }

    Set<Include> includes() {
        return includes;
    }

    Duration interval() {
        return interval;
    }
}
