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
package io.github.camelecobee.simulator.api;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeJsonException;
import io.github.camelecobee.model.EcobeeObject;

/** Reads the JSON of requests. */
final class Requests {
    private Requests() {
    }

    /** Reads a request; text booleans and text numbers pass, as they do at ecobee. */
    static <T extends EcobeeObject> T read(String json, Class<T> type) throws StatusException {
        try {
            return EcobeeJson.read(json, type);
        } catch (EcobeeJsonException e) {
            throw EcobeeStatus.INVALID_REQUEST_FORMAT.with(String.valueOf(e.getMessage()));
        }
    }

    /** Reads a function's parameters; none is the same as empty ones. */
    static <T extends EcobeeObject> T params(Object params, Class<T> type) throws StatusException {
        return read(EcobeeJson.write(params), type);
    }
}
