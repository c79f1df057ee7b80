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

import io.github.camelecobee.jdbc.JdbcOwner;
import org.jspecify.annotations.Nullable;

/** Grants in a database. */
final class GrantTables implements JdbcOwner {

    @Override
    public String name() {
        return "grant";
    }

    @Override
    public String need() {
        return "A thread that renews a grant needs two at the same time. ";
    }

    @Override
    public RuntimeException failure(String message, @Nullable Throwable cause) {
        return new GrantStoreException(message, cause);
    }

    @Override
    public boolean isOwn(RuntimeException failure) {
        return failure instanceof GrantStoreException;
    }
}
