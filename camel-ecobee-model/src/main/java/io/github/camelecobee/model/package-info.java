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
 * The ecobee API contract in Java: one class per object, generated from the JSON Schemas of
 * {@code META-INF/ecobee/schema}, and beside them, written by hand, what the wire values mean.
 * <p>
 * Wire types stay wire types: temperatures are integers of tenths of a degree Fahrenheit, times are text, and every
 * property may be absent ({@code null}). {@link io.github.camelecobee.model.Temperature},
 * {@link io.github.camelecobee.model.ThermostatTime} and {@link io.github.camelecobee.model.ThermostatClock} give them
 * meaning, {@link io.github.camelecobee.model.Forecast} to the weather,
 * {@link io.github.camelecobee.model.ReportColumn} to the cells of runtime reports;
 * {@link io.github.camelecobee.model.EcobeeJson} reads and writes the objects.
 */
package io.github.camelecobee.model;
