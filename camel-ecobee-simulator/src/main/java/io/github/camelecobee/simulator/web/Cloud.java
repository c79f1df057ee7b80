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
package io.github.camelecobee.simulator.web;

import io.github.camelecobee.simulator.account.Accounts;
import io.github.camelecobee.simulator.api.EcobeeApi;
import io.github.camelecobee.simulator.evidence.Usage;
import io.github.camelecobee.simulator.faults.FaultPlan;
import io.github.camelecobee.simulator.home.Home;
import io.github.camelecobee.simulator.oauth.AuthorizationServer;
import io.github.camelecobee.simulator.requests.RequestLog;
import io.github.camelecobee.simulator.time.SimulatedClock;

/**
 * Everything that stands behind the web server.
 *
 * @param clock         the simulated time
 * @param authorization gives out tokens
 * @param accounts      whose thermostats they are
 * @param home          the thermostats
 * @param api           the ecobee API
 * @param faults        what is to go wrong
 * @param requests      what was asked
 * @param usage         how its clients behave
 */
public record Cloud(SimulatedClock clock, AuthorizationServer authorization, Accounts accounts, Home home, EcobeeApi api,
        FaultPlan faults, RequestLog requests, Usage usage) {
}
