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

import java.util.List;

import io.github.camelecobee.model.DemandResponse;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Group;
import io.github.camelecobee.model.HierarchySet;
import io.github.camelecobee.model.HierarchyUserResponse;
import io.github.camelecobee.model.ReportJob;
import io.github.camelecobee.model.Thermostat;

/** All that changes can change, as the simulator has it. What an account of this kind does not have is empty. */
record CloudState(List<Thermostat> thermostats, boolean isLampOn, List<Group> groups, List<HierarchySet> sets,
        HierarchyUserResponse users, List<ReportJob> jobs, List<DemandResponse> demandResponses, int demandOffset) {

    Thermostat upstairs() {
        return thermostats.get(0);
    }

    boolean hasEvent(String type) {
        return upstairs().getEvents().stream().map(Event::getType).anyMatch(type::equals);
    }

    boolean holdsAway() {
        return upstairs().getEvents().stream()
                .anyMatch(event -> "hold".equals(event.getType()) && "away".equals(event.getHoldClimateRef()));
    }

    long messages(String text) {
        return upstairs().getAlerts().stream().filter(alert -> text.equals(alert.getText())).count();
    }

    boolean hasSet(String path) {
        return sets.stream().anyMatch(set -> path.equals(set.getSetPath()));
    }

    boolean isIn(String path, String thermostat) {
        return sets.stream().filter(set -> path.equals(set.getSetPath()))
                .anyMatch(set -> set.getThermostats().contains(thermostat));
    }

    boolean isAnywhere(String thermostat) {
        return sets.stream().anyMatch(set -> set.getThermostats().contains(thermostat));
    }

    boolean hasUser(String userName) {
        return users.getUsers().stream().anyMatch(user -> userName.equals(user.getUserName()));
    }

    boolean hasPrivilege(String path, String userName) {
        return users.getPrivileges().stream()
                .anyMatch(each -> path.equals(each.getSetPath()) && userName.equals(each.getUserName()));
    }

    long queuedJobs() {
        return jobs.stream().filter(job -> "queued".equals(job.getStatus())).count();
    }
}
