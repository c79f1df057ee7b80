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

import java.time.Duration;

import io.github.camelecobee.client.EcobeeAuthenticationException;
import io.github.camelecobee.client.EcobeeDuplicateException;
import io.github.camelecobee.client.EcobeeFunctionException;
import io.github.camelecobee.client.EcobeeInvalidRequestException;
import io.github.camelecobee.client.EcobeeNotAuthorizedException;
import io.github.camelecobee.client.EcobeeProcessingException;
import io.github.camelecobee.client.EcobeeRefusedException;
import io.github.camelecobee.client.EcobeeSelectionException;
import io.github.camelecobee.client.EcobeeStatusCode;
import io.github.camelecobee.client.EcobeeUnavailableException;
import io.github.camelecobee.client.EcobeeValidationException;
import io.github.camelecobee.simulator.faults.Fault;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

/** Codes 0 to 16 of error-codes.shtml, which ecobee sends with HTTP 500. */
class StatusCodesTest extends EcobeeTestSupport {
    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
        camel.start();
    }

    @ParameterizedTest
    @EnumSource(value = EcobeeStatusCode.class, mode = Mode.EXCLUDE, names = "SUCCESS")
    void everyCodeHasItsException(EcobeeStatusCode code) {
        ecobee.faults().next(2, "GET", "/1/thermostat", Fault.ecobeeStatus(code.code(), "Some text. "));

        assertThat(read().getException()).isExactlyInstanceOf(exceptionOf(code))
                .isInstanceOfSatisfying(EcobeeRefusedException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code.code());
                    assertThat(refused.status()).contains(code);
                    assertThat(refused.text()).isEqualTo("Some text.");
                    assertThat(refused.httpStatus()).isEqualTo(500);
                });
    }

    @Test
    void aCodeThatEcobeeInventsLaterIsARefusal() {
        ecobee.faults().next("GET", "/1/thermostat", Fault.ecobeeStatus(99, "Brand new."));

        assertThat(read().getException()).isExactlyInstanceOf(EcobeeRefusedException.class).hasMessageContaining("code 99")
                .hasMessageContaining("Brand new.");
    }

    @Test
    void aTokenThatIsRefusedTwiceIsNotTriedAThirdTime() {
        ecobee.faults().next(5, "GET", "/1/thermostat", Fault.ecobeeStatus(14, "Authentication token has expired."));

        assertThat(read().getException()).isInstanceOf(EcobeeAuthenticationException.class);
        assertThat(ecobee.requests().count("GET", "/1/thermostat")).isEqualTo(2);
    }

    @Test
    void tooManyRequestsTellsHowLongToWait() {
        ecobee.faults().next("GET", "/1/thermostat", Fault.httpStatus(429, Duration.ofSeconds(90)));

        assertThat(read().getException()).isInstanceOfSatisfying(EcobeeUnavailableException.class, unavailable -> {
            assertThat(unavailable.httpStatus()).isEqualTo(429);
            assertThat(unavailable.retryAfter()).contains(Duration.ofSeconds(90));
        });
    }

    private Exchange read() {
        return camel.createProducerTemplate().send("ecobee:getThermostats?include=runtime", exchange -> {
        });
    }

    private static Class<?> exceptionOf(EcobeeStatusCode code) {
        return switch (code) {
            case AUTHENTICATION_FAILED, TOKEN_EXPIRED, TOKEN_DEAUTHORIZED -> EcobeeAuthenticationException.class;
            case NOT_AUTHORIZED -> EcobeeNotAuthorizedException.class;
            case PROCESSING_ERROR, SERIALIZATION_ERROR -> EcobeeProcessingException.class;
            case VALIDATION_ERROR -> EcobeeValidationException.class;
            case INVALID_SELECTION -> EcobeeSelectionException.class;
            case FUNCTION_ERROR -> EcobeeFunctionException.class;
            case DUPLICATE_DATA -> EcobeeDuplicateException.class;
            default -> EcobeeInvalidRequestException.class;
        };
    }
}
