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
package io.github.camelecobee.authorization;

/** Where the authorization of an account stands. */
public enum AuthorizationState {
    /** There is no grant, and no PIN waits. */
    UNAUTHORIZED,
    /** There is no usable grant, and a PIN waits for a human. */
    PIN_ISSUED,
    /** There is a grant. */
    AUTHORIZED,
    /** ecobee called the grant revoked; a refresh will tell whether it is. */
    SUSPECT,
    /** The token endpoint refused the grant, or the application. */
    REAUTHORIZATION_REQUIRED
}
