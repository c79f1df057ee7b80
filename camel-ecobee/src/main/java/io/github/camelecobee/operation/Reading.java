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

/** Reads a parameter as what a member of a request has to be. */
@FunctionalInterface
interface Reading {
    /**
     * Reads it.
     *
     * @param  parameter                as it was given
     * @return                          the value to send
     * @throws IllegalArgumentException if ecobee would refuse it; names the place, what was given and what is allowed
     */
    Object wire(Parameter parameter);
}
