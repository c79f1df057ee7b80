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

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** How the next grant is had without a person. */
interface Renewal {

    /** Whether there is a way to a grant although there is no usable one. */
    boolean canBegin(Snapshot now);

    /**
     * Asks for the next grant.
     *
     * @throws GrantImportException if the beginning lies in a file that cannot be read
     */
    TokenAnswer next(Snapshot now);

    /** How long to wait after credentials were refused, {@code null} for until somebody has changed them. */
    @Nullable
    Duration patience();
}
