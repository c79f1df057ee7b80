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
package io.github.camelecobee.simulator.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelecobee.simulator.home.VirtualThermostat;
import org.jspecify.annotations.Nullable;

/**
 * The thermostats as somebody sees them who is logged in to an account: what selections select from. It lives no longer
 * than a visit to the home.
 */
public final class Sight {
    private final LiveAccount account;
    private final String userName;
    private final Right right;
    private final Map<String, VirtualThermostat> thermostats;

    /**
     * Looks.
     *
     * @param account     the account
     * @param userName    who is logged in
     * @param right       what the user wants to do; it counts where there are management sets
     * @param thermostats all thermostats of the cloud
     */
    public Sight(LiveAccount account, String userName, Right right, Map<String, VirtualThermostat> thermostats) {
        this.account = account;
        this.userName = userName;
        this.right = right;
        this.thermostats = thermostats;
    }

    /**
     * Whose sight it is.
     *
     * @return the kind of account
     */
    public AccountType type() {
        return account.type();
    }

    /**
     * The thermostats that are registered to the account: none for EMS accounts and for members (Selection.shtml).
     *
     * @return a new list
     */
    public List<VirtualThermostat> registered() {
        return account.type() == AccountType.EMS ? List.of() : existing(account.owned());
    }

    /**
     * A thermostat that the account may name.
     *
     * @param  identifier its identifier
     * @return            the thermostat, {@code null} when there is none or the account may not see it
     */
    public @Nullable VirtualThermostat named(String identifier) {
        return maySee(identifier) ? thermostats.get(identifier) : null;
    }

    /**
     * The thermostats of a management set and of those below.
     *
     * @param  path the path of the set
     * @return      a new list, empty when there is no such set
     */
    public List<VirtualThermostat> managementSet(@Nullable String path) {
        if (account.type() == AccountType.SMART) {
            return List.of();
        }
        Hierarchy hierarchy = account.hierarchy();
        return hierarchy.find(path).map(set -> existing(hierarchy.thermostats(set, userName, right))).orElse(List.of());
    }

    private boolean maySee(String identifier) {
        if (account.type() == AccountType.SMART) {
            return account.mayName(identifier);
        }
        Hierarchy hierarchy = account.hierarchy();
        return hierarchy.setOf(identifier).filter(set -> hierarchy.allows(userName, set, right)).isPresent();
    }

    private List<VirtualThermostat> existing(Collection<String> identifiers) {
        List<VirtualThermostat> found = new ArrayList<>();
        for (String identifier : identifiers) {
            Optional.ofNullable(thermostats.get(identifier)).ifPresent(found::add);
        }
        return found;
    }
}
