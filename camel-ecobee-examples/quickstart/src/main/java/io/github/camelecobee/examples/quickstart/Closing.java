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
package io.github.camelecobee.examples.quickstart;

/** The last lines of the story: what it took. */
final class Closing {
    private Closing() {
    }

    static void tell(Console console, Story story, CamelApplication camel) {
        console.blank();
        console.step("That was all. What it took:");
        camel.component().requests()
                .forEach((kind, count) -> console.detail(String.format("%4d  %s", count, kind)));
        console.detail(String.format("%4d  messages from the consumer of thermostats", story.messages()));
        console.detail(String.format("%4d  exchanges that failed", camel.failures()));
        console.detail(String.format("%4d  times the access token was refreshed", camel.authorization().refreshes()));
    }
}
