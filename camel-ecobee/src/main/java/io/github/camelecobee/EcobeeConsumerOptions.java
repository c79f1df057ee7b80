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

import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** The options of endpoints that consume. */
@UriParams
public abstract class EcobeeConsumerOptions extends EcobeeReportOptions {
    private static final String DEFAULT_DELIVER = "changed";

    @UriParam(label = "consumer,advanced",
              description = "Where the consumer keeps how far it got. Without one it is kept in memory, and a restart of the"
                            + " route is a first poll: thermostats, alerts, sensors and summary deliver what is there (see"
                            + " initialState), changes begin anew, and reports begin at reportStart.")
    private @Nullable StateRepository<String, String> cursorRepository;
    @UriParam(label = "consumer,advanced",
              description = "Name of the consumer in the cursorRepository, unique among those that share it. By default the id"
                            + " of the route, or poll when it is polled on demand; give the route an id of its own, so that"
                            + " the name stays.")
    private @Nullable String cursorName;
    @UriParam(label = "consumer,advanced",
              description = "Permits polls faster than the three minutes that ecobee allows between two of an account, by a shorter delay,"
                            + " another scheduler or on demand. ecobee limits and bans clients that do so; meant for simulators.")
    private boolean allowFastPolling;
    @UriParam(label = "consumer,advanced", defaultValue = "0", javaType = "java.time.Duration",
              description = "How long after an own change of thermostats, by a producer of the component, the consumer polls once"
                            + " beside its schedule, for these thermostats only; 5s for example, 0 for not at all. Not for"
                            + " reports.")
    private long pollAfterWrite;
    @UriParam(label = "consumer,advanced", defaultValue = "3",
              description = "So many polls must fail in a row until the health check ecobee-polling is DOWN.")
    private int failedPollsUntilDown = 3;
    @UriParam(label = "consumer", defaultValue = "true",
              description = "For thermostats, alerts, sensors and summary: whether the first poll of a consumer without a"
                            + " cursor delivers what is there already. Without it, the first poll takes note of it, and what"
                            + " comes later is delivered. The first poll of changes always takes note only; for reports see"
                            + " reportStart.")
    private boolean initialState = true;
    @UriParam(label = "consumer", defaultValue = DEFAULT_DELIVER, enums = "changed,all",
              description = "For thermostats: whether a poll delivers those that changed, or every one. Unchanged ones are not"
                            + " read again.")
    private String deliver = DEFAULT_DELIVER;
    @UriParam(label = "consumer",
              description = "For all feeds: names of the thermostats to deliver, comma-separated, in any letter case, of those"
                            + " that thermostatIds or managementSet mean. A name that no thermostat has is no error: the"
                            + " thermostat is delivered once it is there.")
    private @Nullable String thermostatNames;
    @UriParam(label = "common",
              description = "Groups whose thermostats are to be delivered, or changed, names as the owner gave them or"
                            + " references of ecobee, comma-separated, in any letter case. Together with thermostatNames, those that are both."
                            + " Consumers read the groups once an hour, producers for each message.")
    private @Nullable String groups;
    @UriParam(label = "consumer,advanced", defaultValue = "0",
              description = "For all feeds: how often in a row routes may fail with the same, a thermostat, change, alert,"
                            + " reading, line of the summary, or the same rows of a report. After that it is parked: it is not"
                            + " delivered again until something else about it changes, one WARN says so, and the console lists"
                            + " it. 0 for no limit.")
    private int maxDeliveryAttempts;
    @UriParam(label = "consumer",
              description = "For changes: the types to deliver, comma-separated, for example holdStarted,holdEnded. Only what"
                            + " they need is read. By default all types.")
    private @Nullable String changeTypes;
    @UriParam(label = "consumer", defaultValue = "0",
              description = "For all feeds: the most messages to deliver in one poll, of all accounts together, 0 for no limit. The others come"
                            + " with the next poll.")
    private int maxMessagesPerPoll;

    /** Creates the defaults. */
    protected EcobeeConsumerOptions() {
    }

    /**
     * See the option of this name.
     *
     * @return where the consumer keeps how far it got, {@code null} when not given
     */
    public @Nullable StateRepository<String, String> getCursorRepository() {
        return cursorRepository;
    }

    /**
     * See the option of this name.
     *
     * @param cursorRepository where the consumer keeps how far it got
     */
    public void setCursorRepository(@Nullable StateRepository<String, String> cursorRepository) {
        this.cursorRepository = cursorRepository;
    }

    /**
     * See the option of this name.
     *
     * @return name of the consumer in the cursor repository, {@code null} when not given
     */
    public @Nullable String getCursorName() {
        return cursorName;
    }

    /**
     * See the option of this name.
     *
     * @param cursorName name of the consumer in the cursor repository
     */
    public void setCursorName(@Nullable String cursorName) {
        this.cursorName = cursorName;
    }

    /**
     * See the option of this name.
     *
     * @return whether a delay below three minutes is permitted
     */
    public boolean isAllowFastPolling() {
        return allowFastPolling;
    }

    /**
     * See the option of this name.
     *
     * @param allowFastPolling whether a delay below three minutes is permitted
     */
    public void setAllowFastPolling(boolean allowFastPolling) {
        this.allowFastPolling = allowFastPolling;
    }

    /**
     * See the option of this name.
     *
     * @return time from an own change to a poll, in milliseconds; 0 for no such poll
     */
    public long getPollAfterWrite() {
        return pollAfterWrite;
    }

    /**
     * See the option of this name.
     *
     * @param pollAfterWrite time from an own change to a poll, in milliseconds; 0 for no such poll
     */
    public void setPollAfterWrite(long pollAfterWrite) {
        this.pollAfterWrite = pollAfterWrite;
    }

    /**
     * See the option of this name.
     *
     * @return failed polls in a row that put health down
     */
    public int getFailedPollsUntilDown() {
        return failedPollsUntilDown;
    }

    /**
     * See the option of this name.
     *
     * @param failedPollsUntilDown failed polls in a row that put health down
     */
    public void setFailedPollsUntilDown(int failedPollsUntilDown) {
        this.failedPollsUntilDown = failedPollsUntilDown;
    }

    /**
     * See the option of this name.
     *
     * @return names, comma-separated, {@code null} when not given
     */
    public @Nullable String getThermostatNames() {
        return thermostatNames;
    }

    /**
     * See the option of this name.
     *
     * @param thermostatNames names, comma-separated
     */
    public void setThermostatNames(@Nullable String thermostatNames) {
        this.thermostatNames = thermostatNames;
    }

    /**
     * See the option of this name.
     *
     * @return names or references of groups, comma-separated, {@code null} when not given
     */
    public @Nullable String getGroups() {
        return groups;
    }

    /**
     * See the option of this name.
     *
     * @param groups names or references of groups, comma-separated
     */
    public void setGroups(@Nullable String groups) {
        this.groups = groups;
    }

    /**
     * See the option of this name.
     *
     * @return how often the same is delivered at most, 0 for no limit
     */
    public int getMaxDeliveryAttempts() {
        return maxDeliveryAttempts;
    }

    /**
     * See the option of this name.
     *
     * @param maxDeliveryAttempts how often the same is delivered at most, 0 for no limit
     */
    public void setMaxDeliveryAttempts(int maxDeliveryAttempts) {
        this.maxDeliveryAttempts = maxDeliveryAttempts;
    }

    /**
     * See the option of this name.
     *
     * @return the most thermostats to deliver in one poll, 0 for no limit
     */
    public int getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    /**
     * See the option of this name.
     *
     * @param maxMessagesPerPoll the most thermostats to deliver in one poll, 0 for no limit
     */
    public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }

    /**
     * See the option of this name.
     *
     * @return whether the first poll delivers what is there already
     */
    public boolean isInitialState() {
        return initialState;
    }

    /**
     * See the option of this name.
     *
     * @param initialState whether the first poll delivers what is there already
     */
    public void setInitialState(boolean initialState) {
        this.initialState = initialState;
    }

    /**
     * See the option of this name.
     *
     * @return changed or all
     */
    public String getDeliver() {
        return deliver;
    }

    /**
     * See the option of this name.
     *
     * @return the types of changes to deliver, {@code null} when not given
     */
    public @Nullable String getChangeTypes() {
        return changeTypes;
    }

    /**
     * See the option of this name.
     *
     * @param deliver changed or all
     */
    public void setDeliver(String deliver) {
        this.deliver = deliver;
    }

    /**
     * See the option of this name.
     *
     * @param changeTypes the types of changes to deliver
     */
    public void setChangeTypes(@Nullable String changeTypes) {
        this.changeTypes = changeTypes;
    }
}
