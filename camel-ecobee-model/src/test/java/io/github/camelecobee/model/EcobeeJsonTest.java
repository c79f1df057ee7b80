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
package io.github.camelecobee.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

class EcobeeJsonTest {
    private static final String SECRET = "eyJhbGciOiJub25lIn0";

    @Nested
    class Refusals {
        @ParameterizedTest
        @ValueSource(strings = {
                "", " ", "null", "[]", "\"text\"", "17", "true", "{", "{\"status\":", "{} trailing", "{}{}",
                "<html><body>502 Bad Gateway</body></html>", "\uFEFF", "{'status':{}}", "{\"status\":17}",
                "{\"status\":[]}", "{\"status\":{\"code\":\"fourteen\"}}", "{\"status\":{\"code\":99999999999}}" })
        void whatIsNoAnswerIsRefusedByName(String text) {
            assertThatExceptionOfType(EcobeeJsonException.class)
                    .isThrownBy(() -> EcobeeJson.read(text, StatusResponse.class))
                    .withMessageStartingWith("StatusResponse expected, but ").withNoCause();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {"status":{"code":"x"}}                               | status.code has another shape at line 1
                {"thermostatList":[{},{"runtime":{"connected":[]}}]}  | thermostatList[1].runtime.connected has another shape
                {"thermostatList":[{"name":                           | thermostatList[0] is not JSON
                {"page":{"page":99999999999}}                         | page.page has another shape
                <html>                                                | the text is not JSON at line 1
                """)
        void refusalSaysWhatIsWrongAndWhere(String text, String reason) {
            assertThatExceptionOfType(EcobeeJsonException.class)
                    .isThrownBy(() -> EcobeeJson.read(text, ThermostatResponse.class))
                    .withMessageStartingWith("ThermostatResponse expected, but " + reason);
        }

        @ParameterizedTest
        @ValueSource(strings = {
                SECRET, "\"" + SECRET + "\"", "{\"access_token\":\"" + SECRET, "{\"access_token\":" + SECRET + "}",
                "{\"access_token\":{\"" + SECRET + "\":1}}", "{\"expires_in\":\"" + SECRET + "\"}",
                "{\"expires_in\":[\"" + SECRET + "\"]}", "{\"" + SECRET + "\":{\"" + SECRET + "\":oops}}",
                "{\"x\":\"" + SECRET + "\"} " + SECRET, "{\"x\":\"" + SECRET + "\\q\"}" })
        void refusalQuotesNothingOfTheText(String text) {
            assertQuotesNothing(() -> EcobeeJson.read(text, TokenResponse.class));
        }

        @Test
        void refusalToWriteQuotesNothing() {
            Map<String, Object> value = new HashMap<>();
            value.put("access_token", SECRET);
            value.put("odd", new Object() {
                @Override
                public String toString() {
                    return SECRET;
                }
            });

            assertQuotesNothing(() -> EcobeeJson.write(value));
            assertQuotesNothing(() -> EcobeeJson.convert(value, TokenResponse.class));
        }

        private static void assertQuotesNothing(ThrowingCallable call) {
            Throwable thrown = catchThrowable(call);

            assertThat(thrown).isInstanceOf(EcobeeJsonException.class).hasNoCause();
            assertThat(thrown.getSuppressed()).isEmpty();
            assertThat(thrown.toString()).doesNotContain(SECRET).doesNotContain(SECRET.substring(0, 8));
        }

        @ParameterizedTest
        @ValueSource(strings = { "[", "{\"a\":" })
        void bottomlessNestingIsRefused(String opening) {
            for (int depth : List.of(200, 100_000)) {
                assertThatExceptionOfType(EcobeeJsonException.class).isThrownBy(
                        () -> EcobeeJson.read("{\"status\":{\"more\":" + opening.repeat(depth), StatusResponse.class))
                        .withMessageContaining("is nested deeper than 100 levels");
            }
        }

        @Test
        void endlessTextIsRefused() {
            assertThatExceptionOfType(EcobeeJsonException.class).isThrownBy(
                    () -> EcobeeJson.read("{\"name\":\"" + "a".repeat(2_000_000) + "\"}", Thermostat.class))
                    .withMessageContaining("has a text of more than 1048576 characters");
        }

        @Test
        void mapOfAnotherShapeIsNotConverted() {
            assertThatExceptionOfType(EcobeeJsonException.class)
                    .isThrownBy(() -> EcobeeJson.convert(Map.of("holdHours", List.of()), SetHoldParams.class))
                    .withMessageStartingWith("SetHoldParams expected, but holdHours has another shape");
        }
    }

    @Nested
    class Logs {
        @Test
        void tokensShowInNoLog() {
            TokenResponse tokens = EcobeeJson.read("{\"access_token\":\"" + SECRET + "\",\"refresh_token\":\"" + SECRET
                                                   + "\",\"id_token\":\"" + SECRET + "\",\"expires_in\":3599}",
                    TokenResponse.class);

            assertThat(tokens.toString()).startsWith("TokenResponse{").contains("\"expires_in\":3599", "xxxxxx")
                    .doesNotContain(SECRET);
            assertThat(EcobeeJson.write(tokens)).as("but ecobee gets it").contains(SECRET);
        }

        @Test
        void authorizationCodeShowsInNoLog() {
            assertThat(new PinResponse().withEcobeePin("ABCD-EFGHI").withCode(SECRET).toString())
                    .contains("ABCD-EFGHI").doesNotContain(SECRET);
        }

        @Test
        void accessCodeOfTheThermostatShowsInNoLog() {
            Thermostat thermostat = new Thermostat()
                    .withSecuritySettings(new SecuritySettings().withUserAccessCode("4711").withAllUserAccess(false))
                    .withSettings(new Settings().withUserAccessCode("4711"));

            assertThat(thermostat.toString()).contains("allUserAccess", "userAccessCode").doesNotContain("4711");
        }

        @Test
        void loginShowsInNoLog() {
            assertThat(new RegisterRequest().withUserName("zoe@example.com").withPassword("letmein").toString())
                    .doesNotContain("zoe@example.com").doesNotContain("letmein");
            assertThat(new RegisterResponse().withToken(SECRET).toString()).doesNotContain(SECRET);
        }

        @Test
        void secretsInsideUntypedValuesShowInNoLog() {
            Function function = new Function().withParams(Map.of("steps", List.of(Map.of("password", 4711))));

            assertThat(function.toString()).contains("steps").doesNotContain("4711");
        }

        @Test
        void statusCodeIsNoSecret() {
            assertThat(new StatusResponse().withStatus(new Status().withCode(14).withMessage("expired")).toString())
                    .isEqualTo("StatusResponse{\"status\":{\"code\":14,\"message\":\"expired\"}}");
        }

        @Test
        void objectThatIsNoJsonCanStillBeLogged() {
            Status status = new Status();
            status.setAdditionalProperty("odd", new Object());

            assertThat(status).hasToString("Status{not JSON}");
            assertThatExceptionOfType(EcobeeJsonException.class).isThrownBy(() -> EcobeeJson.toMap(status))
                    .withMessage("Status cannot be written as JSON");
        }
    }

    @Nested
    class Equality {
        @Test
        void objectsWithTheSameJsonAreEqual() {
            String json = Examples.text("unknown-fields.json");

            assertThat(EcobeeJson.read(json, ThermostatResponse.class))
                    .isEqualTo(EcobeeJson.read(json, ThermostatResponse.class))
                    .hasSameHashCodeAs(EcobeeJson.read(json, ThermostatResponse.class));
        }

        @Test
        void objectsOfDifferentClassesDiffer() {
            assertThat(new Runtime()).isNotEqualTo(new ExtendedRuntime()).isNotEqualTo(null).isNotEqualTo("{}");
        }

        @Test
        void unknownPropertiesCount() {
            Runtime known = new Runtime().withActualTemperature(700);
            Runtime more = new Runtime().withActualTemperature(700);
            more.setAdditionalProperty("radon", 1);

            assertThat(more).isNotEqualTo(known);
            assertThat(known).isNotEqualTo(more);
        }

        @Test
        @Tag("field-73")
        void explicitNullDiffersFromAbsentUntilItGetsAValue() {
            Runtime sentAsNull = EcobeeJson.read("{\"desiredFanMode\":null}", Runtime.class);

            assertThat(sentAsNull).isNotEqualTo(new Runtime());
            assertThat(new Runtime()).isNotEqualTo(sentAsNull);

            sentAsNull.setDesiredFanMode("auto");
            Runtime set = new Runtime().withDesiredFanMode("auto");

            assertThat(sentAsNull).isEqualTo(set).hasSameHashCodeAs(set);
            assertThat(set).isEqualTo(sentAsNull);
            assertThat(sentAsNull.isExplicitNull("desiredFanMode")).isFalse();
            assertThat(EcobeeJson.write(sentAsNull)).isEqualTo("{\"desiredFanMode\":\"auto\"}");
        }
    }

    @Nested
    class Properties {
        @Test
        @Tag("field-73")
        void nullIsSentWhenAsked() {
            SecuritySettings settings = new SecuritySettings().withAllUserAccess(true);
            settings.setExplicitNull("userAccessCode");

            assertThat(EcobeeJson.write(settings)).isEqualTo("{\"userAccessCode\":null,\"allUserAccess\":true}");
            assertThat(EcobeeJson.toMap(settings)).containsEntry("userAccessCode", null).hasSize(2);
        }

        @Test
        void nullOfAPropertyThatDoesNotExistIsRefused() {
            assertThatIllegalArgumentException().isThrownBy(() -> new SecuritySettings().setExplicitNull("userCode"))
                    .withMessage("'userCode' is no property of SecuritySettings");
        }

        @Test
        void knownPropertyIsNotSentTwice() {
            assertThatIllegalArgumentException().isThrownBy(() -> new Status().setAdditionalProperty("code", 3))
                    .withMessage("'code' is a property of Status: use its setter");
        }

        @Test
        void lastOfTwoPropertiesOfTheSameNameCounts() {
            assertThat(EcobeeJson.read("{\"code\":null,\"code\":3}", Status.class)).isEqualTo(new Status().withCode(3));
            assertThat(EcobeeJson.write(EcobeeJson.read("{\"code\":3,\"code\":null}", Status.class)))
                    .isEqualTo("{\"code\":null}");
        }

        @Test
        void numberTooLargeForADoubleStaysANumber() {
            Status status = EcobeeJson.read("{\"odd\":1e400}", Status.class);

            Examples.assertSameMeaning(EcobeeJson.write(status), "{\"odd\":1e400}");
        }
    }

    @Test
    void threadsReadAndWriteAtTheSameTime() throws Exception {
        String json = Examples.text("unknown-fields.json");
        ThermostatResponse expected = EcobeeJson.read(json, ThermostatResponse.class);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> reader = () -> {
                start.await();
                for (int i = 0; i < 200; i++) {
                    ThermostatResponse read = EcobeeJson.read(json, ThermostatResponse.class);
                    assertThat(EcobeeJson.convert(EcobeeJson.toMap(read), ThermostatResponse.class)).isEqualTo(expected);
                }
                return true;
            };
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                results.add(threads.submit(reader));
            }
            start.countDown();

            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
