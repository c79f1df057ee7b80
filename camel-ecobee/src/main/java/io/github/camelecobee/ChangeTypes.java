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

import java.util.EnumSet;
import java.util.Set;

import io.github.camelecobee.change.ChangeType;

/** The types of changes that an endpoint delivers. */
final class ChangeTypes {
    private ChangeTypes() {
    }

    static Set<ChangeType> of(EcobeeConfiguration configuration) {
        String names = configuration.getChangeTypes();
        if (names == null) {
            return EnumSet.allOf(ChangeType.class);
        }
        try {
            Set<ChangeType> types = ChangeType.parseAll(names);
            // Blank is answered with what is allowed, like any other name that is none.
            return types.isEmpty() ? EnumSet.of(ChangeType.parse(names)) : types;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("changeTypes: " + e.getMessage());
        }
    }
}
