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

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** The options of endpoints. Set on the component they are the default of every endpoint. */
@Configurer
@UriParams
public class EcobeeConfiguration implements Cloneable {
    /** Name of the account when none is given. */
    public static final String DEFAULT_ACCOUNT = "default";
    private static final String DEFAULT_REPORT_START = "now";
    private static final String DEFAULT_REPORT_ORDER = "newestFirst";
    private static final long DEFAULT_REPORT_OVERLAP = 10_800_000;
    private static final String DEFAULT_REPORT_DELIVERY = "perRow";

    @UriParam(label = "common", defaultValue = DEFAULT_ACCOUNT,
              description = "Name of the ecobee account. The name is yours: it tells the accounts of one application apart, each"
                            + " with an authorization of its own.")
    private @Nullable String account;
    @UriParam(label = "common",
              description = "Identifiers (serial numbers) of the thermostats, comma-separated. Without it, and without"
                            + " managementSet, every thermostat registered to the account is read; what changes thermostats must"
                            + " be told which.")
    private @Nullable String thermostatIds;
    @UriParam(label = "common",
              description = "Path of a management set, / for all thermostats, for EMS and utility accounts.")
    private @Nullable String managementSet;
    @UriParam(label = "common",
              defaultValue = "runtime,settings,events,program,sensors,equipmentStatus,alerts,location",
              description = "Parts of a thermostat to read, comma-separated, of: runtime, extendedRuntime, electricity,"
                            + " settings, location, program, events, device, technician, utility, management, alerts, reminders,"
                            + " weather, houseDetails, oemCfg, equipmentStatus, notificationSettings, privacy, version,"
                            + " securitySettings, sensors, audio, energy, capabilities. A consumer delivers a thermostat when the"
                            + " revision of one of these parts moved.")
    private @Nullable String include;
    @UriParam(label = "consumer,advanced",
              description = "Where the consumer keeps how far it got. Without one it is kept in memory, and after a restart"
                            + " of the route every thermostat is delivered once.")
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
                            + " beside its schedule, for these thermostats only; 5s for example, 0 for not at all.")
    private long pollAfterWrite;
    @UriParam(label = "consumer,advanced", defaultValue = "3",
              description = "So many polls must fail in a row until the health check ecobee-polling is DOWN.")
    private int failedPollsUntilDown = 3;
    @UriParam(label = "consumer", defaultValue = "0",
              description = "The most thermostats to deliver in one poll, 0 for no limit. The others come with the next poll.")
    private int maxMessagesPerPoll;
    @UriParam(label = "consumer",
              description = "Columns of runtimeReport, comma-separated, in any letter case. Without it, every column that ecobee"
                            + " documents.")
    private @Nullable String columns;
    @UriParam(label = "consumer", description = "Whether the rows of runtimeReport have the values of the sensors, too.")
    private boolean includeSensors;
    @UriParam(label = "consumer", defaultValue = DEFAULT_REPORT_START,
              description = "Where runtimeReport begins: now (what comes after the first poll), firstConnected (everything"
                            + " that ecobee has), a date of the thermostat's calendar such as 2024-01-31, an instant such as"
                            + " 2024-01-31T05:00:00Z, or how far to go back from the first poll, such as P30D. Nothing is"
                            + " from before a thermostat was connected.")
    private String reportStart = DEFAULT_REPORT_START;
    @UriParam(label = "consumer", defaultValue = DEFAULT_REPORT_ORDER, enums = "newestFirst,oldestFirst",
              description = "Whether runtimeReport reads history back in time, after the present, or forward in time, before"
                            + " it. Rows that were read together are delivered forward in time.")
    private String reportOrder = DEFAULT_REPORT_ORDER;
    @UriParam(label = "consumer", defaultValue = "" + DEFAULT_REPORT_OVERLAP, javaType = "java.time.Duration",
              description = "How much runtimeReport reads again, because rows may change after they came; at most seven days."
                            + " A row that did not change is not delivered again.")
    private long reportOverlap = DEFAULT_REPORT_OVERLAP;
    @UriParam(label = "consumer", defaultValue = DEFAULT_REPORT_DELIVERY, enums = "perRow,perChunk",
              description = "Whether a message of runtimeReport is a row, or a list of the rows of one thermostat that were read"
                            + " together, of at most 30 days.")
    private String reportDelivery = DEFAULT_REPORT_DELIVERY;
    @UriParam(label = "producer",
              description = "Lets an operation that changes thermostats change every thermostat registered to the account when no"
                            + " thermostats are named.")
    private boolean all;
    @UriParam(label = "producer",
              description = "Heat set point of setHold: 68F, 20.5C, or tenths of a degree Fahrenheit. Needs coolHoldTemp.")
    private @Nullable String heatHoldTemp;
    @UriParam(label = "producer",
              description = "Cool set point of setHold: 76F, 24.5C, or tenths of a degree Fahrenheit. Needs heatHoldTemp.")
    private @Nullable String coolHoldTemp;
    @UriParam(label = "producer",
              description = "Climate that setHold holds, for example away; takes temperatures and fan from the climate.")
    private @Nullable String holdClimateRef;
    @UriParam(label = "producer", enums = "indefinite,nextTransition,holdHours,dateTime",
              description = "How a hold ends: never, at the next change of the schedule, after holdHours, or at endDate and"
                            + " endTime of the message body. ecobee takes indefinite when none is given.")
    private @Nullable String holdType;
    @UriParam(label = "producer", description = "Length of a hold in hours, with holdType holdHours.")
    private @Nullable Integer holdHours;
    @UriParam(label = "producer", enums = "auto,on",
              description = "Fan mode of setHold. Without temperatures and climate only the fan is held.")
    private @Nullable String fan;
    @UriParam(label = "producer",
              description = "Whether resumeProgram removes every event instead of the one on top. Vacations and mandatory"
                            + " demand responses stay.")
    private @Nullable Boolean resumeAll;
    @UriParam(label = "producer", description = "Text of sendMessage, at most 500 characters, instead of the message body.")
    private @Nullable String text;

    @UriParam(label = "producer,security",
              description = "Where authorizationUrl has ecobee send the browser back: an absolute https address, registered for"
                            + " the application, without port, of at most 255 characters. On the loopback interface http and a"
                            + " port are allowed.")
    private @Nullable String redirectUri;

    /** Creates a configuration with the defaults. */
    public EcobeeConfiguration() {
    }

    /**
     * Copies the configuration.
     *
     * @return an independent copy; the cursor repository is shared
     */
    public EcobeeConfiguration copy() {
        try {
            return (EcobeeConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    /** The options that are parameters of ecobee's functions, by ecobee's name. */
    Map<String, Object> parameters() {
        Map<String, Object> given = new LinkedHashMap<>();
        put(given, "heatHoldTemp", heatHoldTemp);
        put(given, "coolHoldTemp", coolHoldTemp);
        put(given, "holdClimateRef", holdClimateRef);
        put(given, "holdType", holdType);
        put(given, "holdHours", holdHours);
        put(given, "fan", fan);
        put(given, "resumeAll", resumeAll);
        put(given, "text", text);
        return given;
    }

    private static void put(Map<String, Object> given, String name, @Nullable Object value) {
        if (value != null) {
            given.put(name, value);
        }
    }

    /**
     * See the option of this name.
     *
     * @return name of the account, {@code null} when not given
     */
    public @Nullable String getAccount() {
        return account;
    }

    /**
     * See the option of this name.
     *
     * @param account name of the account
     */
    public void setAccount(@Nullable String account) {
        this.account = account;
    }

    /**
     * See the option of this name.
     *
     * @return identifiers, comma-separated, {@code null} when not given
     */
    public @Nullable String getThermostatIds() {
        return thermostatIds;
    }

    /**
     * See the option of this name.
     *
     * @param thermostatIds identifiers, comma-separated
     */
    public void setThermostatIds(@Nullable String thermostatIds) {
        this.thermostatIds = thermostatIds;
    }

    /**
     * See the option of this name.
     *
     * @return path of a management set, {@code null} when not given
     */
    public @Nullable String getManagementSet() {
        return managementSet;
    }

    /**
     * See the option of this name.
     *
     * @param managementSet path of a management set
     */
    public void setManagementSet(@Nullable String managementSet) {
        this.managementSet = managementSet;
    }

    /**
     * See the option of this name.
     *
     * @return parts to read, comma-separated, {@code null} when not given
     */
    public @Nullable String getInclude() {
        return include;
    }

    /**
     * See the option of this name.
     *
     * @param include parts to read, comma-separated
     */
    public void setInclude(@Nullable String include) {
        this.include = include;
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
     * @return whether every thermostat may be changed
     */
    public boolean isAll() {
        return all;
    }

    /**
     * See the option of this name.
     *
     * @param all whether every thermostat may be changed
     */
    public void setAll(boolean all) {
        this.all = all;
    }

    /**
     * See the option of this name.
     *
     * @return heat set point, {@code null} when not given
     */
    public @Nullable String getHeatHoldTemp() {
        return heatHoldTemp;
    }

    /**
     * See the option of this name.
     *
     * @param heatHoldTemp heat set point
     */
    public void setHeatHoldTemp(@Nullable String heatHoldTemp) {
        this.heatHoldTemp = heatHoldTemp;
    }

    /**
     * See the option of this name.
     *
     * @return cool set point, {@code null} when not given
     */
    public @Nullable String getCoolHoldTemp() {
        return coolHoldTemp;
    }

    /**
     * See the option of this name.
     *
     * @param coolHoldTemp cool set point
     */
    public void setCoolHoldTemp(@Nullable String coolHoldTemp) {
        this.coolHoldTemp = coolHoldTemp;
    }

    /**
     * See the option of this name.
     *
     * @return climate to hold, {@code null} when not given
     */
    public @Nullable String getHoldClimateRef() {
        return holdClimateRef;
    }

    /**
     * See the option of this name.
     *
     * @param holdClimateRef climate to hold
     */
    public void setHoldClimateRef(@Nullable String holdClimateRef) {
        this.holdClimateRef = holdClimateRef;
    }

    /**
     * See the option of this name.
     *
     * @return how a hold ends, {@code null} when not given
     */
    public @Nullable String getHoldType() {
        return holdType;
    }

    /**
     * See the option of this name.
     *
     * @param holdType how a hold ends
     */
    public void setHoldType(@Nullable String holdType) {
        this.holdType = holdType;
    }

    /**
     * See the option of this name.
     *
     * @return length of a hold in hours, {@code null} when not given
     */
    public @Nullable Integer getHoldHours() {
        return holdHours;
    }

    /**
     * See the option of this name.
     *
     * @param holdHours length of a hold in hours
     */
    public void setHoldHours(@Nullable Integer holdHours) {
        this.holdHours = holdHours;
    }

    /**
     * See the option of this name.
     *
     * @return fan mode, {@code null} when not given
     */
    public @Nullable String getFan() {
        return fan;
    }

    /**
     * See the option of this name.
     *
     * @param fan fan mode
     */
    public void setFan(@Nullable String fan) {
        this.fan = fan;
    }

    /**
     * See the option of this name.
     *
     * @return whether every event is removed, {@code null} when not given
     */
    public @Nullable Boolean getResumeAll() {
        return resumeAll;
    }

    /**
     * See the option of this name.
     *
     * @param resumeAll whether every event is removed
     */
    public void setResumeAll(@Nullable Boolean resumeAll) {
        this.resumeAll = resumeAll;
    }

    /**
     * See the option of this name.
     *
     * @return text of a message, {@code null} when not given
     */
    public @Nullable String getText() {
        return text;
    }

    /**
     * See the option of this name.
     *
     * @param text text of a message
     */
    public void setText(@Nullable String text) {
        this.text = text;
    }

    /**
     * See the option of this name.
     *
     * @return where ecobee sends the browser back, {@code null} when not given
     */
    public @Nullable String getRedirectUri() {
        return redirectUri;
    }

    /**
     * See the option of this name.
     *
     * @param redirectUri where ecobee sends the browser back
     */
    public void setRedirectUri(@Nullable String redirectUri) {
        this.redirectUri = redirectUri;
    }

    /**
     * See the option of this name.
     *
     * @return names of columns, comma-separated, {@code null} for all
     */
    public @Nullable String getColumns() {
        return columns;
    }

    /**
     * See the option of this name.
     *
     * @param columns names of columns, comma-separated, {@code null} for all
     */
    public void setColumns(@Nullable String columns) {
        this.columns = columns;
    }

    /**
     * See the option of this name.
     *
     * @return whether sensors are joined
     */
    public boolean isIncludeSensors() {
        return includeSensors;
    }

    /**
     * See the option of this name.
     *
     * @param includeSensors whether sensors are joined
     */
    public void setIncludeSensors(boolean includeSensors) {
        this.includeSensors = includeSensors;
    }

    /**
     * See the option of this name.
     *
     * @return where the report begins
     */
    public String getReportStart() {
        return reportStart;
    }

    /**
     * See the option of this name.
     *
     * @param reportStart where the report begins
     */
    public void setReportStart(String reportStart) {
        this.reportStart = reportStart;
    }

    /**
     * See the option of this name.
     *
     * @return newestFirst or oldestFirst
     */
    public String getReportOrder() {
        return reportOrder;
    }

    /**
     * See the option of this name.
     *
     * @param reportOrder newestFirst or oldestFirst
     */
    public void setReportOrder(String reportOrder) {
        this.reportOrder = reportOrder;
    }

    /**
     * See the option of this name.
     *
     * @return milliseconds to read again
     */
    public long getReportOverlap() {
        return reportOverlap;
    }

    /**
     * See the option of this name.
     *
     * @param reportOverlap milliseconds to read again
     */
    public void setReportOverlap(long reportOverlap) {
        this.reportOverlap = reportOverlap;
    }

    /**
     * See the option of this name.
     *
     * @return perRow or perChunk
     */
    public String getReportDelivery() {
        return reportDelivery;
    }

    /**
     * See the option of this name.
     *
     * @param reportDelivery perRow or perChunk
     */
    public void setReportDelivery(String reportDelivery) {
        this.reportDelivery = reportDelivery;
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
}
