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
package io.github.camelecobee.operation;

import java.util.Map;
import java.util.Set;

import io.github.camelecobee.authorization.Permission;
import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeObject;
import org.jspecify.annotations.Nullable;

/** Does one operation. Safe for use by several threads. */
public interface OperationHandler {
    /**
     * The schema's class for its parameters. A message body of this class gives them all.
     *
     * @return the class, {@code null} when there are none
     */
    default @Nullable Class<? extends EcobeeObject> parametersType() {
        return null;
    }

    /**
     * The parameters it takes, by ecobee's name.
     *
     * @return the names
     */
    default Set<String> parameters() {
        Class<? extends EcobeeObject> type = parametersType();
        return type == null ? Set.of() : EcobeeJson.propertyNames(type);
    }

    /**
     * What its request says in any case. A body may say it too, but nothing else in its place.
     *
     * @return the values by ecobee's name
     */
    default Map<String, Object> constants() {
        return Map.of();
    }

    /**
     * What a message body may be instead of the whole command.
     *
     * @return the class of the objects and the parameter that they stand for, {@code null} when there is none
     */
    default @Nullable Element element() {
        return null;
    }

    /**
     * Whether thermostats are selected for it by the options and headers that all operations share.
     *
     * @return {@code false} when it is about something else, or names its thermostats in a parameter
     */
    default boolean selectsThermostats() {
        return true;
    }

    /**
     * The parameter that a message body of plain text stands for.
     *
     * @return its name, empty text when plain text means nothing to the operation
     */
    default String textParameter() {
        return "";
    }

    /**
     * The parameter that a message body which is a list, or JSON of one, stands for.
     *
     * @return its name, empty text when a list means nothing to the operation
     */
    default String listParameter() {
        return "";
    }

    /**
     * Parameters that a consumer may have noted about the message: they count when nobody gave them.
     *
     * @return names of headers by names of parameters
     */
    default Map<String, String> notedParameters() {
        return Map.of();
    }

    /**
     * Says why it does not take a parameter.
     *
     * @param  operation the operation's name
     * @param  name      a name that is not among {@link #parameters()}
     * @return           what is wrong with it, and what is allowed
     */
    default String notTaken(String operation, String name) {
        return "'" + Shown.of(name) + "' is no parameter of " + operation + "; allowed are " + String.join(", ", parameters());
    }

    /**
     * Whether it changes thermostats. What changes must be told which thermostats.
     *
     * @return whether it does
     */
    boolean changes();

    /**
     * Whether the last one of several for the same thermostats is the only one that counts, so that one that still
     * waits need not be sent when a later one comes. Not of what adds to what is there, or takes one of several away.
     *
     * @return whether a later one takes the place of an earlier one
     */
    default boolean lastOneCounts() {
        return false;
    }

    /**
     * What it must be allowed to do.
     *
     * @return to change thermostats if it does so, else to read
     */
    default Permission permission() {
        return changes() ? Permission.WRITE : Permission.READ;
    }

    /**
     * Does it.
     *
     * @param  client                                       speaks to ecobee
     * @param  command                                      what to do
     * @return                                              what came of it
     * @throws IllegalArgumentException                     if a parameter is missing or wrong; nothing was sent
     * @throws io.github.camelecobee.client.EcobeeException if ecobee refused, or its answer did not come
     */
    Result handle(EcobeeClient client, Command command);
}
