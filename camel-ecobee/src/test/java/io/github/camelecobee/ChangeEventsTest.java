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

import io.github.camelecobee.change.Change;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.TransformerKey;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Changes that are read become events of CloudEvents, whichever Camel it is. */
class ChangeEventsTest extends FeedTestSupport {
    private static final String EVENTS = "ecobee:application-cloudevents";

    @Override
    RouteBuilder route(String id, String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // The word for it in the DSL differs from one Camel to the next.
                from(uri).routeId(id).process(exchange -> exchange.getContext().getTransformerRegistry()
                        .resolveTransformer(new TransformerKey(EVENTS))
                        .transform(exchange.getMessage(), DataType.ANY, new DataType(EVENTS)))
                        .process(exchange -> received.add(exchange.copy()));
            }
        };
    }

    @Test
    void whatHappenedIsAnEventThatIsAChangeAgain() throws Exception {
        startAt("ecobee:changes?changeTypes=hvacModeChanged");
        ecobee.thermostat(UPSTAIRS).setProperty("settings.hvacMode", "off");

        assertThat(poll()).singleElement().satisfies(exchange -> {
            Message event = exchange.getMessage();
            Change change = event.getBody(Change.class);
            assertThat(change.type().typeName()).isEqualTo("hvacModeChanged");
            assertThat(change.after()).isEqualTo("off");
            assertThat(event.getHeaders()).containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_ID, change.id())
                    .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, "ecobee:" + ACCOUNT + "/" + UPSTAIRS)
                    .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, "io.github.camelecobee.hvacModeChanged")
                    .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, UPSTAIRS)
                    .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_TIME, clock.instant().toString())
                    .containsEntry(Exchange.CONTENT_TYPE, "application/json");
        });
    }
}
