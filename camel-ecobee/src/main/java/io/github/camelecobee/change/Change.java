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
package io.github.camelecobee.change;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a thermostat between two polls. Immutable. {@link ChangeJson} writes it as JSON.
 */
public sealed interface Change
        permits ThermostatChange, ConnectionChange, ModeChange, EventChange, ClimateChange, SetPointChange, EquipmentChange,
        AlertChange,
        SensorChange {

    /**
     * What every change has.
     *
     * @return where and when
     */
    Occurrence occurrence();

    /**
     * What happened.
     *
     * @return its type
     */
    ChangeType type();

    /**
     * What was before.
     *
     * @return {@code null} for nothing
     */
    @Nullable
    Object before();

    /**
     * What is since.
     *
     * @return {@code null} for nothing
     */
    @Nullable
    Object after();

    /**
     * The change in JSON's terms, as META-INF/ecobee/change.schema.json describes it.
     *
     * @return a new map: text, numbers, booleans and maps; what is absent has no entry
     */
    @JsonValue
    default Map<String, Object> toMap() {
        return ChangeJson.map(this);
    }

    /**
     * See {@link Occurrence}.
     *
     * @return what tells the change apart
     */
    default String id() {
        return occurrence().id();
    }

    /**
     * See {@link Occurrence}.
     *
     * @return identifier of the thermostat
     */
    default String thermostatId() {
        return occurrence().thermostatId();
    }

    /**
     * See {@link Occurrence}.
     *
     * @return the thermostat's name, empty when it was never named
     */
    default String thermostatName() {
        return occurrence().thermostatName();
    }

    /**
     * See {@link Occurrence}.
     *
     * @return when the poll found it
     */
    default Instant detectedAt() {
        return occurrence().detectedAt();
    }

    /**
     * See {@link Occurrence}.
     *
     * @return the thermostat's revision that told of it
     */
    default String revision() {
        return occurrence().revision();
    }
}
