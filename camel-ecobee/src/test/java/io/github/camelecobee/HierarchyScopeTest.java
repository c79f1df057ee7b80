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

import io.github.camelecobee.authorization.InsufficientScopeException;
import io.github.camelecobee.client.EcobeeNotAuthorizedException;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The account is a home, and its scope is that of homes. */
class HierarchyScopeTest extends EcobeeTestSupport {
    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
        camel.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "listSets", "addSet", "removeSet?setPath=/North", "renameSet", "moveSet", "listUsers", "addUsers",
            "removeUsers", "unregisterUsers", "updateUsers", "registerThermostats?thermostatIds=1",
            "unregisterThermostats?thermostatIds=1", "moveThermostats", "assignThermostats",
            "createRuntimeReportJob?thermostatIds=1", "getRuntimeReportJobs", "cancelRuntimeReportJob" })
    void whatIsForOrganisationsFailsWithTheReasonAndIsNotSent(String operation) {
        assertThatThrownBy(() -> camel.createProducerTemplate().sendBody("ecobee:" + operation, ""))
                .isInstanceOf(CamelExecutionException.class).cause().isInstanceOf(InsufficientScopeException.class)
                .hasMessageContaining("Account default is authorized with scope smartWrite")
                .hasMessageContaining("Set the option scope to ems");
        assertThat(ecobee.requests().all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "listDemandResponses", "cancelDemandResponse" })
    void whatIsForUtilitiesEcobeeRefuses(String operation) {
        assertThatThrownBy(() -> camel.createProducerTemplate().sendBodyAndHeader("ecobee:" + operation, "",
                EcobeeConstants.DEMAND_RESPONSE_REF, "dr7f31c2"))
                .isInstanceOf(CamelExecutionException.class).cause().isInstanceOf(EcobeeNotAuthorizedException.class)
                .hasMessageContaining("is not available to Smart accounts");
    }
}
