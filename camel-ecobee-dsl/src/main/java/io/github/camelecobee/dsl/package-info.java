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
 * Builders for routes in Java, whose operations and options the compiler and the editor know: the Endpoint DSL
 * ({@link io.github.camelecobee.dsl.StaticEndpointBuilders},
 * {@link io.github.camelecobee.dsl.EcobeeEndpointBuilderFactory}) and the Component DSL
 * ({@link io.github.camelecobee.dsl.EcobeeComponentBuilderFactory}).
 * <p>
 * All of it is generated from the catalog JSON of the component, whose descriptions it repeats. What is built is a URI,
 * and so the values of endpoint options are those of a URI: one with reserved characters, such as an ampersand or a
 * percent sign, is written {@code RAW(...)}.
 */
@NullMarked
package io.github.camelecobee.dsl;

import org.jspecify.annotations.NullMarked;
