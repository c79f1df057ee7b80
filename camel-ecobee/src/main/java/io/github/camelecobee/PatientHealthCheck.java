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

import java.util.Map;

import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;

/**
 * Camel's check of a consumer, which one failed poll puts down, with the patience of {@link PollState}; with several
 * accounts each has its own.
 */
final class PatientHealthCheck implements HealthCheck {
    private final HealthCheck camels;
    private final AccountPolls accounts;

    PatientHealthCheck(HealthCheck camels, AccountPolls accounts) {
        this.camels = camels;
        this.accounts = accounts;
    }

    @Override
    public Result call(Map<String, Object> options) {
        Result result = camels.call(options);
        return result.getState() == State.DOWN && accounts.isFailing() && !accounts.isDown()
                ? HealthCheckResultBuilder.on(this).up().details(result.getDetails()).build() : result;
    }

    @Override
    public String getGroup() {
        return camels.getGroup();
    }

    @Override
    public String getId() {
        return camels.getId();
    }

    @Override
    public boolean isEnabled() {
        return camels.isEnabled();
    }

    @Override
    public void setEnabled(boolean enabled) {
        camels.setEnabled(enabled);
    }

    @Override
    public boolean isLiveness() {
        return camels.isLiveness();
    }

    @Override
    public boolean isReadiness() {
        return camels.isReadiness();
    }
}
