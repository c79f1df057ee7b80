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
/**
 * Connections to a database of the user's, for whatever is kept there: transactions and threads of our own, tables that
 * are made on demand, and failures in our words. Knows nothing of what is kept.
 */
@NullMarked
package io.github.camelecobee.jdbc;

import org.jspecify.annotations.NullMarked;
