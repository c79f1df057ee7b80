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
package io.github.camelecobee.springboot;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What of ecobee is kept in the application's database.
 *
 * @param grants       Whether grants, which hold tokens, are kept in the application's DataSource, instead of a file.
 * @param cursors      Whether the cursors of consumers are kept in the application's DataSource.
 * @param createTables Whether tables that are missing are made. Without that the scripts of the component make them,
 *                     and the user of the database needs no right to.
 */
@ConfigurationProperties("camel.ecobee.jdbc")
public record EcobeeJdbcProperties(@DefaultValue("false") boolean grants, @DefaultValue("false") boolean cursors,
        @DefaultValue("true") boolean createTables) {
}
