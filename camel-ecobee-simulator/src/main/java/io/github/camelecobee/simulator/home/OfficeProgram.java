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

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.Program;

/**
 * The program of an EMS thermostat that brings none: occupied in working hours, unoccupied otherwise (Climate.shtml).
 */
final class OfficeProgram {
    private static final String OCCUPIED = "occupied";
    private static final String UNOCCUPIED = "unoccupied";
    private static final int HALF_HOURS = 48;
    private static final int OPENS = 14;
    private static final int CLOSES = 36;

    private OfficeProgram() {
    }

    /** Makes a home's program one of an office. */
    static Program of(Program home) {
        List<Climate> climates = new ArrayList<>();
        for (Climate climate : home.getClimates()) {
            if ("home".equals(climate.getClimateRef())) {
                climates.add(climate.withClimateRef(OCCUPIED).withName("Occupied"));
            } else if ("away".equals(climate.getClimateRef())) {
                climates.add(climate.withClimateRef(UNOCCUPIED).withName("Unoccupied"));
            }
        }
        List<List<String>> schedule = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<String> cells = new ArrayList<>(Collections.nCopies(HALF_HOURS, UNOCCUPIED));
            if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
                Collections.fill(cells.subList(OPENS, CLOSES), OCCUPIED);
            }
            schedule.add(cells);
        }
        return new Program().withClimates(climates).withSchedule(schedule).withCurrentClimateRef(UNOCCUPIED);
    }
}
