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

/**
 * An answer of the API.
 *
 * @param httpStatus 200, or 500 with every code but 0: that is what clients have seen
 * @param code       the ecobee status code
 * @param body       the JSON
 */
public record ApiAnswer(int httpStatus, int code, String body) {
}
