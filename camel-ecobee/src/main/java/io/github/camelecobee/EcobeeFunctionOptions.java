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

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** The options of endpoints that are parameters of functions and seldom change from one message to the next. */
@UriParams
public abstract class EcobeeFunctionOptions extends EcobeeHierarchyOptions {
    @UriParam(label = "producer",
              description = "Length of a hold, a vacation, an occupancy or a plug's state: PT2H30M for "
                            + "instance. Whole hours of a hold become holdHours; anything else is worked out "
                            + "with the clock of the thermostat.")
    private @Nullable String duration;
    @UriParam(label = "producer", defaultValue = "nextTransition",
              enums = "nextTransition,indefinite,useEndTime2hour,useEndTime4hour",
              description = "How a hold of holdType auto ends on a thermostat whose user wants to be asked.")
    private @Nullable String askMeHoldType;
    @UriParam(label = "producer", defaultValue = "refuse", enums = "refuse,running",
              description = "What becomes of a hold with one set point where ecobee wants two: refuse, it "
                            + "fails; running, the other one is the one that rules now, moved where the two "
                            + "would be closer than the thermostat allows.")
    private @Nullable String missingSetPoint;
    @UriParam(label = "producer",
              description = "Whether setHold with the climate that the schedule is in now removes what "
                            + "overrides it, and does nothing when nothing does, instead of holding the "
                            + "climate.")
    private @Nullable Boolean resumeIfScheduled;
    @UriParam(label = "producer",
              description = "Minutes of each hour that the fan runs at least during a hold or a vacation, 0 "
                            + "to 60.")
    private @Nullable Integer fanMinOnTime;
    @UriParam(label = "producer", enums = "low,medium,high,optimized",
              description = "Speed of the fan during a hold.")
    private @Nullable String fanSpeed;
    @UriParam(label = "producer", enums = "auto,minontime,on,off",
              description = "Mode of the ventilator during a hold.")
    private @Nullable String vent;
    @UriParam(label = "producer",
              description = "Minutes of each hour that the ventilator runs at least during a hold, 0 to 60.")
    private @Nullable Integer ventilatorMinOnTime;
    @UriParam(label = "producer",
              description = "Name of the vacation, at most 12 characters, or the new name of the sensor, at "
                            + "most 32.")
    private @Nullable String name;
    @UriParam(label = "producer", enums = "accept,decline,defer,unacknowledged",
              description = "How acknowledge answers an alert.")
    private @Nullable String ackType;
    @UriParam(label = "producer",
              description = "Whether an alert that is acknowledged with ackType defer comes again.")
    private @Nullable Boolean remindMeLater;
    @UriParam(label = "producer",
              description = "Name of the plug that controlPlug switches.")
    private @Nullable String plugName;
    @UriParam(label = "producer", enums = "on,off,resume",
              description = "What controlPlug switches the plug to; resume goes back to its program.")
    private @Nullable String plugState;
    @UriParam(label = "producer",
              description = "What setOccupied switches to.")
    private @Nullable Boolean occupied;
    @UriParam(label = "producer",
              description = "Voice assistant that unlinkVoiceEngine unlinks, alexa for instance.")
    private @Nullable String engineName;

    EcobeeFunctionOptions() {
    }

    /** Those that are given, by ecobee's name. */
    Map<String, Object> parameters() {
        Map<String, Object> given = new LinkedHashMap<>();
        put(given, "duration", duration);
        put(given, "askMeHoldType", askMeHoldType);
        put(given, "missingSetPoint", missingSetPoint);
        put(given, "resumeIfScheduled", resumeIfScheduled);
        put(given, "fanMinOnTime", fanMinOnTime);
        put(given, "fanSpeed", fanSpeed);
        put(given, "vent", vent);
        put(given, "ventilatorMinOnTime", ventilatorMinOnTime);
        put(given, "name", name);
        put(given, "ackType", ackType);
        put(given, "remindMeLater", remindMeLater);
        put(given, "plugName", plugName);
        put(given, "plugState", plugState);
        put(given, "occupied", occupied);
        put(given, "engineName", engineName);
        return given;
    }

    static void put(Map<String, Object> given, String name, @Nullable Object value) {
        if (value != null) {
            given.put(name, value);
        }
    }

    /**
     * See the option of this name.
     *
     * @return length, {@code null} when not given
     */
    public @Nullable String getDuration() {
        return duration;
    }

    /**
     * See the option of this name.
     *
     * @param duration length
     */
    public void setDuration(@Nullable String duration) {
        this.duration = duration;
    }

    /**
     * See the option of this name.
     *
     * @return how a hold ends where the user is to be asked, {@code null} when not given
     */
    public @Nullable String getAskMeHoldType() {
        return askMeHoldType;
    }

    /**
     * See the option of this name.
     *
     * @param askMeHoldType how a hold ends where the user is to be asked
     */
    public void setAskMeHoldType(@Nullable String askMeHoldType) {
        this.askMeHoldType = askMeHoldType;
    }

    /**
     * See the option of this name.
     *
     * @return what becomes of a hold with one set point, {@code null} when not given
     */
    public @Nullable String getMissingSetPoint() {
        return missingSetPoint;
    }

    /**
     * See the option of this name.
     *
     * @param missingSetPoint what becomes of a hold with one set point
     */
    public void setMissingSetPoint(@Nullable String missingSetPoint) {
        this.missingSetPoint = missingSetPoint;
    }

    /**
     * See the option of this name.
     *
     * @return whether the program is resumed instead, {@code null} when not given
     */
    public @Nullable Boolean getResumeIfScheduled() {
        return resumeIfScheduled;
    }

    /**
     * See the option of this name.
     *
     * @param resumeIfScheduled whether the program is resumed instead
     */
    public void setResumeIfScheduled(@Nullable Boolean resumeIfScheduled) {
        this.resumeIfScheduled = resumeIfScheduled;
    }

    /**
     * See the option of this name.
     *
     * @return minutes of fan, {@code null} when not given
     */
    public @Nullable Integer getFanMinOnTime() {
        return fanMinOnTime;
    }

    /**
     * See the option of this name.
     *
     * @param fanMinOnTime minutes of fan
     */
    public void setFanMinOnTime(@Nullable Integer fanMinOnTime) {
        this.fanMinOnTime = fanMinOnTime;
    }

    /**
     * See the option of this name.
     *
     * @return speed of the fan, {@code null} when not given
     */
    public @Nullable String getFanSpeed() {
        return fanSpeed;
    }

    /**
     * See the option of this name.
     *
     * @param fanSpeed speed of the fan
     */
    public void setFanSpeed(@Nullable String fanSpeed) {
        this.fanSpeed = fanSpeed;
    }

    /**
     * See the option of this name.
     *
     * @return mode of the ventilator, {@code null} when not given
     */
    public @Nullable String getVent() {
        return vent;
    }

    /**
     * See the option of this name.
     *
     * @param vent mode of the ventilator
     */
    public void setVent(@Nullable String vent) {
        this.vent = vent;
    }

    /**
     * See the option of this name.
     *
     * @return minutes of ventilator, {@code null} when not given
     */
    public @Nullable Integer getVentilatorMinOnTime() {
        return ventilatorMinOnTime;
    }

    /**
     * See the option of this name.
     *
     * @param ventilatorMinOnTime minutes of ventilator
     */
    public void setVentilatorMinOnTime(@Nullable Integer ventilatorMinOnTime) {
        this.ventilatorMinOnTime = ventilatorMinOnTime;
    }

    /**
     * See the option of this name.
     *
     * @return name of a vacation or sensor, {@code null} when not given
     */
    public @Nullable String getName() {
        return name;
    }

    /**
     * See the option of this name.
     *
     * @param name name of a vacation or sensor
     */
    public void setName(@Nullable String name) {
        this.name = name;
    }

    /**
     * See the option of this name.
     *
     * @return how an alert is acknowledged, {@code null} when not given
     */
    public @Nullable String getAckType() {
        return ackType;
    }

    /**
     * See the option of this name.
     *
     * @param ackType how an alert is acknowledged
     */
    public void setAckType(@Nullable String ackType) {
        this.ackType = ackType;
    }

    /**
     * See the option of this name.
     *
     * @return whether an alert comes again, {@code null} when not given
     */
    public @Nullable Boolean getRemindMeLater() {
        return remindMeLater;
    }

    /**
     * See the option of this name.
     *
     * @param remindMeLater whether an alert comes again
     */
    public void setRemindMeLater(@Nullable Boolean remindMeLater) {
        this.remindMeLater = remindMeLater;
    }

    /**
     * See the option of this name.
     *
     * @return name of a plug, {@code null} when not given
     */
    public @Nullable String getPlugName() {
        return plugName;
    }

    /**
     * See the option of this name.
     *
     * @param plugName name of a plug
     */
    public void setPlugName(@Nullable String plugName) {
        this.plugName = plugName;
    }

    /**
     * See the option of this name.
     *
     * @return state of a plug, {@code null} when not given
     */
    public @Nullable String getPlugState() {
        return plugState;
    }

    /**
     * See the option of this name.
     *
     * @param plugState state of a plug
     */
    public void setPlugState(@Nullable String plugState) {
        this.plugState = plugState;
    }

    /**
     * See the option of this name.
     *
     * @return whether occupied, {@code null} when not given
     */
    public @Nullable Boolean getOccupied() {
        return occupied;
    }

    /**
     * See the option of this name.
     *
     * @param occupied whether occupied
     */
    public void setOccupied(@Nullable Boolean occupied) {
        this.occupied = occupied;
    }

    /**
     * See the option of this name.
     *
     * @return name of a voice assistant, {@code null} when not given
     */
    public @Nullable String getEngineName() {
        return engineName;
    }

    /**
     * See the option of this name.
     *
     * @param engineName name of a voice assistant
     */
    public void setEngineName(@Nullable String engineName) {
        this.engineName = engineName;
    }
}
