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
 * The right to speak for an ecobee account: how it is obtained with a PIN, kept, renewed, doubted and lost.
 * <p>
 * {@link io.github.camelecobee.authorization.AuthorizationManager} is the way in. Grants are kept in memory, in a file
 * or in a database, encrypted or not; whoever wants to keep them elsewhere implements
 * {@link io.github.camelecobee.authorization.GrantStore}.
 */
@NullMarked
package io.github.camelecobee.authorization;

import org.jspecify.annotations.NullMarked;
