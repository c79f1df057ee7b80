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
package io.github.camelecobee.jdbc;

import org.jspecify.annotations.Nullable;

/** Who keeps something in a database, as tables, scripts and messages name it. */
public interface JdbcOwner {

    /**
     * What is kept.
     *
     * @return one word for messages, such as <em>grant</em>
     */
    String name();

    /**
     * Where it is kept; the table of the schema version has this name and {@code _schema}.
     *
     * @return name of the table
     */
    default String table() {
        return "ecobee_" + name();
    }

    /**
     * The scripts that make the tables, beside the class of the owner.
     *
     * @return what their names begin with
     */
    default String scripts() {
        return name() + "s";
    }

    /**
     * What it needs of a pool, beyond one connection at a time.
     *
     * @return a sentence with a blank at its end, or nothing
     */
    String need();

    /**
     * Says what went wrong.
     *
     * @param  message what failed, and what to do about it; quotes nothing that is stored
     * @param  cause   why, {@code null} if the message says it all
     * @return         the exception to throw
     */
    RuntimeException failure(String message, @Nullable Throwable cause);

    /**
     * Whether an exception is one of {@link #failure}.
     *
     * @param  failure an exception
     * @return         whether it may be passed on as it is
     */
    boolean isOwn(RuntimeException failure);
}
