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

/**
 * A member of a request, as a command gives it.
 *
 * @param name    ecobee's name
 * @param needed  whether nothing is sent without it
 * @param sent    whether ecobee gets it; what it does not get is for the rules
 * @param reading what it has to be
 */
record Member(String name, boolean needed, boolean sent, Reading reading) {
    /** The header that gives it, {@code CamelEcobee} and its name. */
    String header() {
        return "thermostats".equals(name)
                ? "CamelEcobeeThermostatIds" : "CamelEcobee" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
