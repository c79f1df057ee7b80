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

import java.util.Map;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** The options of endpoints that are sent to. */
@UriParams
public abstract class EcobeeProducerOptions extends EcobeeFunctionOptions {
    @UriParam(label = "producer",
              description = "Lets an operation that changes thermostats change every thermostat registered to the account when no"
                            + " thermostats are named.")
    private boolean all;
    @UriParam(label = "producer",
              description = "Heat set point of setHold and createVacation: 68F, 20.5C, or tenths of a degree Fahrenheit. See missingSetPoint.")
    private @Nullable String heatHoldTemp;
    @UriParam(label = "producer",
              description = "Cool set point of setHold and createVacation: 76F, 24.5C, or tenths of a degree Fahrenheit. See missingSetPoint.")
    private @Nullable String coolHoldTemp;
    @UriParam(label = "producer",
              description = "Climate that setHold holds, for example away; takes temperatures and fan from the climate.")
    private @Nullable String holdClimateRef;
    @UriParam(label = "producer", enums = "indefinite,nextTransition,holdHours,dateTime,auto",
              description = "How a hold ends: never, at the next change of the schedule, after holdHours, at end or endDate"
                            + " and endTime, or as the user of the thermostat prefers (auto). ecobee takes indefinite when"
                            + " nothing is given.")
    private @Nullable String holdType;
    @UriParam(label = "producer", description = "Length of a hold in hours, with holdType holdHours.")
    private @Nullable Integer holdHours;
    @UriParam(label = "producer", enums = "auto,on",
              description = "Fan mode of setHold and createVacation. A hold without temperatures and climate leaves them to the program.")
    private @Nullable String fan;
    @UriParam(label = "producer",
              description = "Whether resumeProgram removes every event instead of the one on top. Vacations and mandatory"
                            + " demand responses stay.")
    private @Nullable Boolean resumeAll;
    @UriParam(label = "producer", description = "Text of sendMessage, at most 500 characters, instead of the message body.")
    private @Nullable String text;
    @UriParam(label = "producer", enums = "auto,auxHeatOnly,cool,heat,off",
              description = "System mode that updateThermostat sets. Other settings are given in the message body or as"
                            + " headers.")
    private @Nullable String hvacMode;
    @UriParam(label = "producer",
              description = "Set point of the humidifier that updateThermostat sets: 0 to 100, with or without a percent sign.")
    private @Nullable String humidity;

    EcobeeProducerOptions() {
    }

    @Override
    Map<String, Object> parameters() {
        Map<String, Object> given = super.parameters();
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
        put(given, "all", all ? Boolean.TRUE : null);
        put(given, "hvacMode", hvacMode);
        put(given, "humidity", humidity);
        return given;
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
     * @return system mode, {@code null} when not given
     */
    public @Nullable String getHvacMode() {
        return hvacMode;
    }

    /**
     * See the option of this name.
     *
     * @param hvacMode system mode
     */
    public void setHvacMode(@Nullable String hvacMode) {
        this.hvacMode = hvacMode;
    }

    /**
     * See the option of this name.
     *
     * @return set point of the humidifier, {@code null} when not given
     */
    public @Nullable String getHumidity() {
        return humidity;
    }

    /**
     * See the option of this name.
     *
     * @param humidity set point of the humidifier
     */
    public void setHumidity(@Nullable String humidity) {
        this.humidity = humidity;
    }
}
