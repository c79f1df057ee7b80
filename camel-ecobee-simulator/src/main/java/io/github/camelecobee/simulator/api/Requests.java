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

import java.util.List;
import java.util.Map;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeJsonException;
import io.github.camelecobee.model.EcobeeObject;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of requests. */
final class Requests {
    private Requests() {
    }

    /** Reads a request; text booleans and text numbers pass, as they do at ecobee. */
    static <T extends EcobeeObject> T read(String json, Class<T> type) throws StatusException {
        try {
            T request = EcobeeJson.read(json, type);
            if (json.contains("null")) {
                requireNoNull(EcobeeJson.toMap(request), "");
            }
            return request;
        } catch (EcobeeJsonException e) {
            throw EcobeeStatus.INVALID_REQUEST_FORMAT.with(String.valueOf(e.getMessage()));
        }
    }

    /** No list of the contract has room for nothing. */
    private static void requireNoNull(@Nullable Object value, String at) throws StatusException {
        if (value instanceof Map<?, ?> object) {
            for (Map.Entry<?, ?> property : object.entrySet()) {
                requireNoNull(property.getValue(),
                        at.isEmpty() ? String.valueOf(property.getKey()) : at + "." + property.getKey());
            }
        } else if (value instanceof List<?> list) {
            for (int index = 0; index < list.size(); index++) {
                String place = at + "[" + index + "]";
                if (list.get(index) == null) {
                    throw EcobeeStatus.INVALID_REQUEST_FORMAT.with(place + " is null");
                }
                requireNoNull(list.get(index), place);
            }
        }
    }

    /** Reads a function's parameters; none is the same as empty ones. */
    static <T extends EcobeeObject> T params(Object params, Class<T> type) throws StatusException {
        return read(EcobeeJson.write(params), type);
    }
}
