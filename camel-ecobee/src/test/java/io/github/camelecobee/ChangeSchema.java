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

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.github.camelecobee.change.Change;
import io.github.camelecobee.change.ChangeJson;

import static org.assertj.core.api.Assertions.assertThat;

/** The published JSON Schema of a change. */
final class ChangeSchema {
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of("classpath:" + ChangeJson.SCHEMA));

    private ChangeSchema() {
    }

    /** A change's JSON is as published, and nothing of the change is lost in it. */
    static void check(Change change) {
        String json = ChangeJson.write(change);
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(json).isEmpty();
        assertThat(ChangeJson.read(json)).isEqualTo(change);
    }

    static boolean accepts(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).isEmpty();
    }
}
