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
package io.github.camelecobee.simulator;

import java.net.http.HttpResponse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeObject;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds answers against the contract. */
final class Contract {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private Contract() {
    }

    /** Reads a success that is valid and has no property that the contract does not know. */
    static <T extends EcobeeObject> T success(HttpResponse<String> response, Class<T> type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertValid(response.body(), type);
        T answer = EcobeeJson.read(response.body(), type);
        assertThat(answer.getAdditionalProperties()).isEmpty();
        assertThat(SimulatorClient.status(response).getCode()).as(response.body()).isZero();
        return answer;
    }

    static void assertValid(String json, Class<? extends EcobeeObject> type) {
        assertThat(SCHEMAS.getSchema(SchemaLocation.of("classpath:META-INF/ecobee/schema/" + type.getSimpleName() + ".json"))
                .validate(json, InputFormat.JSON)).as(type.getSimpleName()).isEmpty();
    }

    /** What a refusal says, in one line. */
    static String refusal(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(500);
        return SimulatorClient.status(response).getCode() + " " + SimulatorClient.status(response).getMessage();
    }
}
