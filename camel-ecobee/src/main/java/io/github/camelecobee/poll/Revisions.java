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
package io.github.camelecobee.poll;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.Revision;

/** Which revisions a consumer must watch for the parts it reads. */
final class Revisions {
    private Revisions() {
    }

    /**
     * The revisions of the parts. Parts that no revision moves with, such as the weather, and the properties that are
     * always sent, are watched through the thermostat revision.
     */
    static Set<Revision> thatMatterFor(Set<Include> includes) {
        Set<Revision> matters = includes.stream().map(Include::revision).filter(Objects::nonNull)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Revision.class)));
        matters.add(Revision.THERMOSTAT);
        return matters;
    }
}
