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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.input.StrictObject;
import io.github.camelecobee.simulator.oauth.PinApproval;
import io.github.camelecobee.simulator.time.SimulatedClock;

/** What concerns the cloud as a whole: clock, keys, tokens. */
final class SettingsSection implements ScenarioSection {
    /** Faster than a day in a second nothing could be seen, and the thermostats would not keep up. */
    private static final int FASTEST = 86_400;

    @Override
    public Step read(StrictObject given) {
        List<Consumer<EcobeeSimulatorBuilder>> settings = new ArrayList<>();
        Integer speed = given.integer("speed");
        if (speed != null) {
            if (speed < 1 || speed > FASTEST) {
                throw given.problem("speed", "must be 1 to " + FASTEST + ", not " + speed);
            }
            settings.add(builder -> builder.clock(SimulatedClock.accelerated(speed)));
        }
        Instant standingStill = given.instant("clock");
        if (standingStill != null) {
            settings.add(builder -> builder.clock(SimulatedClock.manual(standingStill)));
        }
        Long seed = given.longInteger("seed");
        if (seed != null) {
            settings.add(builder -> builder.seed(seed));
        }
        given.texts("apiKeys").forEach(key -> settings.add(builder -> builder.apiKey(key)));
        for (StrictObject each : given.objects("webApplications")) {
            String key = each.requiredText("apiKey");
            String[] redirectUris = each.texts("redirectUris").toArray(new String[0]);
            each.end();
            if (redirectUris.length == 0) {
                throw each.problem("redirectUris", "is missing: where may codes be sent?");
            }
            try {
                EcobeeSimulator.builder().webApplication(key, redirectUris);
            } catch (IllegalArgumentException e) {
                throw each.problem("redirectUris", "is wrong: " + e.getMessage());
            }
            settings.add(builder -> builder.webApplication(key, redirectUris));
        }
        Boolean rotate = given.flag("rotateRefreshTokens");
        if (rotate != null) {
            settings.add(builder -> builder.rotateRefreshTokens(rotate));
        }
        Duration life = given.duration("accessTokenLife");
        if (life != null) {
            settings.add(builder -> builder.accessTokenLife(life));
        }
        Duration approveAfter = given.duration("approvePinsAfter");
        if (approveAfter != null) {
            settings.add(builder -> builder.pinApproval(PinApproval.automaticAfter(approveAfter)));
        }
        Boolean smartHomeAway = given.flag("smartHomeAway");
        if (smartHomeAway != null) {
            settings.add(builder -> builder.smartHomeAway(smartHomeAway));
        }
        Integer pageSize = given.integer("pageSize");
        if (pageSize != null) {
            settings.add(builder -> builder.pageSize(pageSize));
        }
        return new Step() {
            @Override
            public void describe(EcobeeSimulatorBuilder builder) {
                settings.forEach(setting -> setting.accept(builder));
            }
        };
    }
}
