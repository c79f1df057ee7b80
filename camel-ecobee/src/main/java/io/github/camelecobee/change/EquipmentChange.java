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

import org.jspecify.annotations.Nullable;

/**
 * Equipment started or stopped.
 *
 * @param occurrence    where and when
 * @param type          {@link ChangeType#EQUIPMENT_STARTED} or {@link ChangeType#EQUIPMENT_STOPPED}
 * @param equipment     ecobee's name of it, for example {@code auxHeat1}
 * @param heatingSource what that is in this house, {@code null} when it does not heat, or ecobee does not say
 */
public record EquipmentChange(
        Occurrence occurrence, ChangeType type, String equipment,
        @Nullable HeatingSource heatingSource) implements Change {

    /** Whether it ran before. */
    @Override
    public Boolean before() {
        return type == ChangeType.EQUIPMENT_STOPPED;
    }

    /** Whether it runs since. */
    @Override
    public Boolean after() {
        return type == ChangeType.EQUIPMENT_STARTED;
    }
}
