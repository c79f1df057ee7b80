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
package io.github.camelecobee.crash;

import java.util.Collection;
import java.util.List;

/** What ecobee told, against what routes were given. */
interface Account {
    /** A poll begins that can find these items. */
    void tells(String thermostat, Collection<String> items);

    /** A poll has come to its end that found these items. All that was delivered until then is known. */
    void found(String thermostat, Collection<String> items);

    /** Another process begins: it may repeat what was under way in the one before it. */
    void started();

    /** A route was given an item. */
    void delivered(String thermostat, String item);

    /** What is missing, was made up, or came in the wrong order. */
    List<String> faults();

    int deliveries();

    /** Deliveries of what had been delivered before. */
    int duplicates();
}
