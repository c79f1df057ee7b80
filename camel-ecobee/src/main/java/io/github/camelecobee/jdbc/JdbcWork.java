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

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * What is done with a connection.
 *
 * @param <T> the type of its result
 */
@FunctionalInterface
public interface JdbcWork<T extends @Nullable Object> {
    /**
     * Does it.
     *
     * @param  connection   the connection
     * @return              its result
     * @throws SQLException if the database fails
     */
    T run(Connection connection) throws SQLException;

    /**
     * What is done on a thread of the store.
     *
     * @param <T> the type of its result
     */
    @FunctionalInterface
    interface Call<T extends @Nullable Object> {
        /**
         * Does it.
         *
         * @return              its result
         * @throws SQLException if the database fails
         */
        T run() throws SQLException;
    }
}
