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

import io.github.camelecobee.model.SecuritySettings;
import io.github.camelecobee.model.Thermostat;

/**
 * What {@code POST /1/thermostat} makes of security settings (SecuritySettings.shtml): they are replaced as a whole, so
 * an access that is not named is taken away, and the code is never shown again.
 */
final class SecurityUpdate {
    private static final List<String> ACCESS = List.of("programAccess", "detailsAccess", "quickSaveAccess",
            "vacationAccess");
    private static final String ALL = "allUserAccess";
    private static final String CODE = "userAccessCode";
    private static final String HIDDEN = "****";

    private SecurityUpdate() {
    }

    /** Completes the posted settings with what is false because it was left out. */
    static void prepare(Map<String, Object> posted, Thermostat state) throws StatusException {
        ACCESS.forEach(name -> posted.putIfAbsent(name, false));
        posted.putIfAbsent(ALL, false);
        if (ACCESS.stream().allMatch(name -> Boolean.TRUE.equals(posted.get(name)))) {
            posted.put(ALL, true);
        }
        SecuritySettings before = state.getSecuritySettings();
        Object code = posted.get(CODE);
        boolean known = HIDDEN.equals(code) || code == null && before != null && HIDDEN.equals(before.getUserAccessCode());
        if (!known && !Boolean.TRUE.equals(posted.get(ALL)) && (code == null || !code.toString().matches("\\d{4}"))) {
            throw Refusals.rule("regex([0-9]{4})", null, "/thermostat/securitySettings/userAccessCode");
        }
        if (known || code != null) {
            posted.put(CODE, HIDDEN);
        }
    }
}
