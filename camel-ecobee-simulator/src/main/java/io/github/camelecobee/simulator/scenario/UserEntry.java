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
package io.github.camelecobee.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.HierarchyPrivilege;
import io.github.camelecobee.model.HierarchyUser;
import io.github.camelecobee.simulator.input.StrictObject;
import org.jspecify.annotations.Nullable;

/**
 * A user beside the owner, as a scenario describes it.
 *
 * @param user    the user
 * @param allowed what the user may do on which set
 */
record UserEntry(HierarchyUser user, List<HierarchyPrivilege> allowed) {

    /** The properties of a privilege by their short names: {@code view} for {@code allowView}. */
    private static final Map<String, String> RIGHTS = rights();

    /**
     * Reads one.
     *
     * @param  given                    the object
     * @param  userName                 the name that was read from it
     * @param  sets                     the paths of the sets there are
     * @return                          the user
     * @throws IllegalArgumentException if something is wrong; the message names the key
     */
    static UserEntry read(StrictObject given, String userName, Set<String> sets) {
        HierarchyUser user = new HierarchyUser().withUserName(userName).withFirstName(given.text("firstName"))
                .withLastName(given.text("lastName")).withPhone(given.text("phone")).withActive(given.flag("active"))
                .withEmailAlerts(given.flag("emailAlerts"));
        List<HierarchyPrivilege> allowed = new ArrayList<>();
        for (StrictObject each : given.objects("privileges")) {
            allowed.add(privilege(each, sets));
            each.end();
        }
        given.end();
        return new UserEntry(user, allowed);
    }

    HierarchyPrivilege[] privileges() {
        return allowed.toArray(new HierarchyPrivilege[0]);
    }

    private static HierarchyPrivilege privilege(StrictObject given, Set<String> sets) {
        String set = given.requiredText("set");
        if (!sets.contains(set)) {
            throw given.problem("set", "must be one of the account's sets " + String.join(", ", sets) + ", not " + set);
        }
        Map<String, @Nullable Object> values = new TreeMap<>();
        values.put("setPath", set);
        for (String right : given.texts("allow")) {
            String property = RIGHTS.get(right);
            if (property == null) {
                throw given.problem("allow", "must be any of " + String.join(", ", RIGHTS.keySet()) + ", not " + right);
            }
            values.put(property, true);
        }
        if (values.size() == 1) {
            throw given.problem("allow", "is missing: it is any of " + String.join(", ", RIGHTS.keySet()));
        }
        return EcobeeJson.convert(values, HierarchyPrivilege.class);
    }

    private static Map<String, String> rights() {
        Map<String, String> rights = new TreeMap<>();
        EcobeeJson.propertyNames(HierarchyPrivilege.class).stream().filter(name -> name.startsWith("allow"))
                .forEach(name -> rights.put(
                        name.substring(5, 6).toLowerCase(Locale.ROOT) + name.substring(6), name));
        return rights;
    }
}
