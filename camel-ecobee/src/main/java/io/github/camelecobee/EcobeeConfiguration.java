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
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** The options of endpoints. Set on the component they are the default of every endpoint. */
@Configurer
@UriParams
public class EcobeeConfiguration extends EcobeeHierarchyOptions implements Cloneable {
    /** Name of the account when none is given. */
    public static final String DEFAULT_ACCOUNT = "default";

    @UriParam(label = "common", defaultValue = DEFAULT_ACCOUNT,
              description = "Name of the ecobee account. The name is yours: it tells the accounts of one application apart, each"
                            + " with an authorization of its own. All feeds take several, comma-separated, or * for all accounts that"
                            + " have been authorized, whenever that was; so does the consumer authorization, and"
                            + " authorizationStatus takes *.")
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
              description = "For thermostats and getThermostats: parts of a thermostat to read, comma-separated, of: runtime,"
                            + " extendedRuntime, electricity,"
                            + " settings, location, program, events, device, technician, utility, management, alerts, reminders,"
                            + " weather, houseDetails, oemCfg, equipmentStatus, notificationSettings, privacy, version,"
                            + " securitySettings, sensors, audio, energy, capabilities. The consumer delivers a thermostat when"
                            + " the revision of one of these parts moved. The other feeds read what they need.")
    private @Nullable String include;
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
        put(given, "setPath", getSetPath());
        put(given, "recursive", getRecursive());
        put(given, "includePrivileges", getIncludePrivileges());
        put(given, "includeThermostats", getIncludeThermostats());
        put(given, "allowDelete", isAllowDelete() ? Boolean.TRUE : null);
        put(given, "waitForCompletion", isWaitForCompletion() ? Boolean.TRUE : null);
        put(given, "completionTimeout", getCompletionTimeout());
        put(given, "columns", getColumns());
        put(given, "includeSensors", isIncludeSensors() ? Boolean.TRUE : null);
        put(given, "meters", getMeters());
        put(given, "thermostats", thermostatIds);
        put(given, "all", all ? Boolean.TRUE : null);
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

}
