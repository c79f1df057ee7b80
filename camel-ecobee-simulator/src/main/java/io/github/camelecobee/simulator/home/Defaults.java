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
package io.github.camelecobee.simulator.home;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Program;
import io.github.camelecobee.model.Settings;
import io.github.camelecobee.model.Thermostat;

/** What a thermostat goes back to when its preferences are reset (ResetPreferences.shtml). */
final class Defaults {
    /**
     * Set by the installer or decided by the equipment; which these are is our choice, after the thermostats' menus.
     */
    private static final Set<String> INSTALLERS = Set.of("coolStages", "heatStages", "hasHeatPump", "hasForcedAir",
            "hasBoiler", "hasHumidifier", "hasErv", "hasHrv", "heatPumpGroundWater", "hasElectric", "hasDehumidifier",
            "heatMinTemp", "heatMaxTemp", "coolMinTemp", "coolMaxTemp", "userAccessCode", "userAccessSetting",
            "ventilatorType", "compressorProtectionMinTime", "compressorProtectionMinTemp", "heatCoolMinDelta",
            "stage1HeatingDifferentialTemp", "stage1CoolingDifferentialTemp", "stage1HeatingDissipationTime",
            "stage1CoolingDissipationTime", "heatPumpReversalOnCool", "fanControlRequired", "tempCorrection",
            "auxMaxOutdoorTemp", "installerCodeRequired", "useZoneController", "eiLocation", "groupRef", "groupName",
            "groupSetting", "maxSetBack", "maxSetForward");

    private Defaults() {
    }

    /** The thermostat with default settings and, where it has the usual climates, the default program. */
    static Thermostat reset(Thermostat state) {
        Map<String, Object> settings = Json.map(Template.defaults().getSettings());
        settings.keySet().removeAll(INSTALLERS);
        Map<String, Object> merged = Json.map(state.getSettings());
        Json.merge(merged, settings);
        Thermostat reset = EcobeeJson.convert(Json.map(state), Thermostat.class);
        reset.setSettings(EcobeeJson.convert(merged, Settings.class));
        Program program = Template.defaults().getProgram();
        program.setCurrentClimateRef(state.getProgram().getCurrentClimateRef());
        List<String> references = state.getProgram().getClimates().stream().map(Climate::getClimateRef).toList();
        // An EMS thermostat has climates of its own, and keeps them.
        if (references.contains("home")) {
            reset.setProgram(program);
        }
        return reset;
    }
}
