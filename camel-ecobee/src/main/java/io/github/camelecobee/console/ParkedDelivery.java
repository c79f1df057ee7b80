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
package io.github.camelecobee.console;

import java.time.Instant;

/**
 * Something that a route failed with too often and does not get again.
 *
 * @param consumer the id of the route
 * @param account  the account that it came from
 * @param delivery what it was: identifier of the thermostat, a slash, and which state or row of it
 * @param parkedAt when it was delivered for the last time
 * @param attempts how often it was delivered
 * @param error    class and message of the last exception, shortened
 */
public record ParkedDelivery(
        String consumer, String account, String delivery, Instant parkedAt, int attempts, String error) {
}
