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
package io.github.camelecobee.transform;

import java.io.IOException;

import io.github.camelecobee.convert.EcobeeBodies;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;

/** JSON: an object, or an array of a list. */
@DataTypeTransformer(name = "ecobee:application-json",
                     description = "Thermostats, other objects of ecobee and rows of reports as JSON")
public final class JsonTransformer extends TextTransformer {
    /** For Camel. */
    public JsonTransformer() {
        super("application/json");
    }

    @Override
    void write(Message message, Object body, DataType to) throws IOException {
        set(message, body, EcobeeBodies.json(body));
    }
}
