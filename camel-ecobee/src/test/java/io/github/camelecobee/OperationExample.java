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

import java.util.HashMap;
import java.util.Map;

/**
 * What a route tells an operation, and the request that the reference has for it.
 *
 * @param operation the operation
 * @param component who does it: {@code ecobee} for a Smart account, {@code office} for an EMS account, {@code utility},
 *                  or {@code web} for an application with authorization codes
 * @param options   of the endpoint
 * @param body      of the message
 * @param headers   of the message
 * @param wanted    the request of the reference
 * @param source    where the reference has it
 */
record OperationExample(EcobeeOperation operation, String component, String options, Object body,
        Map<String, Object> headers, String wanted, String source) {

    static OperationExample of(EcobeeOperation operation) {
        return new OperationExample(operation, "ecobee", "", "", Map.of(), "", "");
    }

    OperationExample by(String who) {
        return new OperationExample(operation, who, options, body, headers, wanted, source);
    }

    OperationExample with(String moreOptions) {
        return new OperationExample(operation, component, moreOptions, body, headers, wanted, source);
    }

    OperationExample body(Object content) {
        return new OperationExample(operation, component, options, content, headers, wanted, source);
    }

    OperationExample header(String name, Object value) {
        Map<String, Object> more = new HashMap<>(headers);
        more.put(name, value);
        return new OperationExample(operation, component, options, body, more, wanted, source);
    }

    /** An example request of section 11, which has method and path. */
    OperationExample isExample(String title, int number) {
        return isExample("", title, number);
    }

    /** An example request of section 11, which is the JSON only. */
    OperationExample isExample(String methodAndPath, String title, int number) {
        return new OperationExample(
                operation, component, options, body, headers, methodAndPath + ReferenceExamples.of(title).get(number),
                "section 11, " + title);
    }

    /** What the tables of the reference come to, where it has no example. */
    OperationExample is(String request, String table) {
        return new OperationExample(operation, component, options, body, headers, request, table);
    }

    String uri() {
        String account = component.equals("office") ? "account=office" : "";
        String all = options.isEmpty() || account.isEmpty() ? options + account : options + "&" + account;
        return component + ":" + operation.uriName() + (all.isEmpty() ? "" : "?" + all);
    }

    @Override
    public String toString() {
        return operation.uriName() + " (" + source + ")";
    }
}
