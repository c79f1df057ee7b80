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

import java.util.Locale;
import java.util.function.Predicate;

import io.github.camelecobee.model.HierarchyPrivilege;

/** What a user of an EMS or utility account may do on a set (HierarchyPrivilege.shtml). */
public enum Right {
    /** See it. Any other right includes this one. */
    VIEW(privilege -> is(privilege.getAllowView()) || is(privilege.getAllowReport())
            || changes(privilege) || is(privilege.getAllowSecurity()) || is(privilege.getAllowHierarchy())
            || is(privilege.getAllowManageAccount())),
    /** Change thermostats. ecobee has a right for each part of one; here any of these will do. */
    CHANGE(Right::changes),
    /** Change users and their rights. */
    SECURITY(privilege -> is(privilege.getAllowSecurity())),
    /** Change sets. */
    HIERARCHY(privilege -> is(privilege.getAllowHierarchy())),
    /** Register thermostats and users. */
    MANAGE_ACCOUNT(privilege -> is(privilege.getAllowManageAccount()));

    private final Predicate<HierarchyPrivilege> rule;

    Right(Predicate<HierarchyPrivilege> rule) {
        this.rule = rule;
    }

    /**
     * Whether a privilege includes it: none beats everything, all overrides the rest.
     *
     * @param  privilege the privilege
     * @return           whether it does
     */
    public boolean isIn(HierarchyPrivilege privilege) {
        return !is(privilege.getAllowNone()) && (is(privilege.getAllowAll()) || rule.test(privilege));
    }

    /**
     * How messages call it.
     *
     * @return its name in words
     */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static boolean changes(HierarchyPrivilege privilege) {
        return is(privilege.getAllowProgram()) || is(privilege.getAllowVacation()) || is(privilege.getAllowSettings())
                || is(privilege.getAllowDetails()) || is(privilege.getAllowAlerts());
    }

    private static boolean is(Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }
}
