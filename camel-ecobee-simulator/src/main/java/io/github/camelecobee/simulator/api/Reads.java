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

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Page;
import io.github.camelecobee.model.Selection;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatRequest;
import io.github.camelecobee.model.ThermostatResponse;
import io.github.camelecobee.model.ThermostatSummaryResponse;
import io.github.camelecobee.simulator.account.Sight;
import io.github.camelecobee.simulator.home.Revision;
import io.github.camelecobee.simulator.home.VirtualThermostat;

/** Answers the two requests that read thermostats. */
final class Reads {
    private final int pageSize;

    Reads(int pageSize) {
        this.pageSize = pageSize;
    }

    /** {@code GET /1/thermostatSummary} (get-thermostat-summary.shtml). */
    String summary(ThermostatRequest request, Sight sight) throws StatusException {
        Selection selection = request.getSelection();
        List<VirtualThermostat> selected = Selector.select(selection, sight, true);
        boolean status = Boolean.TRUE.equals(selection.getIncludeEquipmentStatus());
        return EcobeeJson.write(new ThermostatSummaryResponse()
                .withRevisionList(selected.stream().map(Reads::revisions).toList())
                .withThermostatCount(selected.size())
                .withStatusList(status ? selected.stream().map(Reads::equipment).toList() : List.of())
                .withStatus(EcobeeStatus.SUCCESS.status()));
    }

    /** {@code GET /1/thermostat} (get-thermostats.shtml). */
    String thermostats(ThermostatRequest request, Sight sight, Instant now) throws StatusException {
        Selection selection = request.getSelection();
        List<VirtualThermostat> selected = Selector.select(selection, sight, false);
        Includes.check(selection, sight.type());
        int total = selected.size();
        int pages = (total + pageSize - 1) / pageSize;
        Page asked = request.getPage();
        int page = asked == null ? 1 : Objects.requireNonNullElse(asked.getPage(), 1);
        if (page < 1 || page > pages) {
            throw EcobeeStatus.INVALID_PAGE.exception();
        }
        List<Thermostat> views = selected.subList((page - 1) * pageSize, Math.min(page * pageSize, total)).stream()
                .map(thermostat -> ThermostatView.of(thermostat, selection, now)).toList();
        return EcobeeJson.write(new ThermostatResponse()
                .withPage(new Page().withPage(page).withTotalPages(pages).withPageSize(views.size()).withTotal(total))
                .withThermostatList(views).withStatus(EcobeeStatus.SUCCESS.status()));
    }

    /** Names stand as they are, with their colons: no escape is known. */
    private static String revisions(VirtualThermostat thermostat) {
        Thermostat state = thermostat.state();
        return String.join(":", state.getIdentifier(), state.getName(),
                String.valueOf(Boolean.TRUE.equals(state.getRuntime().getConnected())),
                thermostat.revision(Revision.THERMOSTAT), thermostat.revision(Revision.ALERTS),
                thermostat.revision(Revision.RUNTIME), thermostat.revision(Revision.INTERVAL));
    }

    private static String equipment(VirtualThermostat thermostat) {
        return thermostat.state().getIdentifier() + ":" + thermostat.state().getEquipmentStatus();
    }
}
