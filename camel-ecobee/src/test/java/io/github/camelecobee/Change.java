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
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An operation that changes something.
 *
 * @param operation as in a URI
 * @param kind      whose operation it is
 * @param path      where it is posted to
 * @param options   options of the URI, each followed by {@code &}
 * @param body      body of the exchange
 * @param headers   headers of the exchange, from what is there before
 * @param prepare   brings the account to where the operation has something to do; may be repeated
 * @param effect    whether it was done once, from the state before and the state after
 * @param readsBack whether {@code verify=true} can tell whether it was done
 */
record Change(String operation, ChangingAccount.Kind kind, String path, String options, Object body,
        Function<CloudState, Map<String, Object>> headers, Consumer<ChangingAccount> prepare,
        BiPredicate<CloudState, CloudState> effect, boolean readsBack) {

    static Change of(String operation, ChangingAccount.Kind kind, String path) {
        return new Change(
                operation, kind, path, "", "", before -> Map.of(), account -> {
                }, (before, after) -> false, false);
    }

    /** One that {@code POST /1/thermostat} makes. */
    static Change ofThermostat(String operation) {
        return new Change(
                operation, ChangingAccount.Kind.SMART, "/1/thermostat", "thermostatIds=" + EcobeeTestSupport.UPSTAIRS + "&", "",
                before -> Map.of(), account -> {
                }, (before, after) -> false, true);
    }

    Change with(String more) {
        return new Change(operation, kind, path, options + more + "&", body, headers, prepare, effect, readsBack);
    }

    Change body(Object value) {
        return new Change(operation, kind, path, options, value, headers, prepare, effect, readsBack);
    }

    Change headers(Function<CloudState, Map<String, Object>> values) {
        return new Change(operation, kind, path, options, body, values, prepare, effect, readsBack);
    }

    Change from(Consumer<ChangingAccount> preparation) {
        return new Change(operation, kind, path, options, body, headers, preparation, effect, readsBack);
    }

    Change to(BiPredicate<CloudState, CloudState> wanted) {
        return new Change(operation, kind, path, options, body, headers, prepare, wanted, readsBack);
    }

    Change withoutReadingBack() {
        return new Change(operation, kind, path, options, body, headers, prepare, effect, false);
    }

    boolean ofThermostats() {
        return path.equals("/1/thermostat");
    }

    @Override
    public String toString() {
        return operation;
    }
}
