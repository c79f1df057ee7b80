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
package io.github.camelecobee.client;

import java.util.List;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeJsonException;
import io.github.camelecobee.model.EcobeeObject;
import org.jspecify.annotations.Nullable;

/**
 * A request as an exception may tell of it: without secrets.
 *
 * @param account     the account it is made for
 * @param name        method, path and subject
 * @param thermostats identifiers it is for; empty when it names none
 * @param change      what is sent to change something, {@code null} for a read
 */
record RequestDescription(String account, String name, List<String> thermostats, @Nullable EcobeeObject change) {
    /** A read that names no thermostats. */
    static RequestDescription read(String account, String name) {
        return new RequestDescription(account, name, List.of(), null);
    }

    /** The thermostats that the subject of a request names. */
    static List<String> thermostatsOf(Object subject) {
        return subject instanceof ThermostatSelection selection
                && selection.type() == ThermostatSelection.Type.THERMOSTATS ? selection.match() : List.of();
    }

    /** The JSON of a change without access codes and the like, empty for a read. */
    String content() {
        if (change == null) {
            return "";
        }
        try {
            return EcobeeJson.writeWithoutSecrets(change);
        } catch (EcobeeJsonException e) {
            // It is asked for to tell of another failure, which counts more.
            return "";
        }
    }

    /** How messages call it. */
    String named() {
        return name + " for account '" + account + "'";
    }
}
