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
package io.github.camelecobee.simulator.api;

import java.util.List;
import java.util.Map;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Selection;
import io.github.camelecobee.simulator.account.AccountType;

/** Refuses parts of thermostats that an account may not see: the whole request fails (Selection.shtml). */
final class Includes {
    /** The parts that Selection.shtml does not list for utilities. */
    private static final List<String> NOT_FOR_UTILITIES = List.of("includeElectricity", "includeManagement",
            "includeReminders", "includeHouseDetails", "includeAudio", "includeEnergy", "includeCapabilities");
    /** For implicit authorization only. Privacy is said to be so too, but clients with other tokens have got it. */
    private static final List<String> FOR_UTILITIES_ONLY = List.of("includeSecuritySettings");

    private Includes() {
    }

    static void check(Selection selection, AccountType type) throws StatusException {
        Map<String, ?> flags = EcobeeJson.toMap(selection);
        List<String> forbidden = type == AccountType.UTILITY ? NOT_FOR_UTILITIES : FOR_UTILITIES_ONLY;
        if (forbidden.stream().anyMatch(flag -> Boolean.TRUE.equals(flags.get(flag)))) {
            throw EcobeeStatus.AUTHENTICATION_FAILED.exception();
        }
    }
}
