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
package io.github.camelecobee;

import org.apache.camel.builder.RouteBuilder;

/** The route that fills a table, of the page about the runtime report; {@link FeedPagesTest} runs it. */
class DocumentedTelemetry extends RouteBuilder {
    @Override
    public void configure() {
        from("ecobee:runtimeReport?columns=zoneAveTemp,fan&reportStart=P7D&cursorRepository=#bean:cursors").routeId("history")
                .to("sql:MERGE INTO telemetry KEY (id) VALUES (:#${body[id]}, :#${body[thermostatIdentifier]},"
                    + " :#${body[instant]}, :#${body[zoneAveTemp]}, :#${body[fan]})?dataSource=#bean:database");
    }
}
