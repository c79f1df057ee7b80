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

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.Program;

/**
 * Reads a program: seven days from Monday, 48 half-hours each (Program.shtml).
 *
 * @param program the program, not changed while it is read
 */
public record Schedule(Program program) {
    private static final int HALF_HOURS = 48;
    private static final int MINUTES = 30;

    /**
     * The climate that the schedule wants.
     *
     * @param  local the local time
     * @return       its reference
     */
    public String climateRefAt(LocalDateTime local) {
        List<String> day = program.getSchedule().get(local.getDayOfWeek().getValue() - 1);
        return day.get((local.getHour() * 60 + local.getMinute()) / MINUTES);
    }

    /**
     * When the schedule next wants another climate.
     *
     * @param  local the local time from which on
     * @return       the local time, empty when it never does
     */
    public Optional<LocalDateTime> nextTransition(LocalDateTime local) {
        String now = climateRefAt(local);
        LocalDateTime cell = local.withMinute(local.getMinute() / MINUTES * MINUTES).withSecond(0).withNano(0);
        for (int i = 0; i < 7 * HALF_HOURS; i++) {
            cell = cell.plusMinutes(MINUTES);
            if (!climateRefAt(cell).equals(now)) {
                return Optional.of(cell);
            }
        }
        return Optional.empty();
    }

    /**
     * A climate of the program.
     *
     * @param  climateRef its reference
     * @return            the climate, empty when the program has none of that reference
     */
    public Optional<Climate> climate(String climateRef) {
        return program.getClimates().stream().filter(climate -> climateRef.equals(climate.getClimateRef())).findFirst();
    }
}
