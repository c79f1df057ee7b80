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

import java.util.Set;

import io.github.camelecobee.client.Include;

/** The parts of a thermostat that an endpoint reads. */
final class Includes {
    private Includes() {
    }

    static Set<Include> of(EcobeeConfiguration configuration) {
        String names = configuration.getInclude();
        return names == null ? Include.USUAL : Include.parse(names);
    }
}
