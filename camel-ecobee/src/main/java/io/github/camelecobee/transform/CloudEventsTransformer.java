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
package io.github.camelecobee.transform;

import java.io.IOException;

import io.github.camelecobee.convert.EcobeeBodies;
import org.apache.camel.Message;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.cloudevents.CloudEvents;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.jspecify.annotations.Nullable;

/**
 * An event of CloudEvents 1.0: the attributes in Camel's headers for them, the data as JSON in the body. Camel's
 * {@code http:application-cloudevents} and its like make HTTP headers or structured JSON of these headers.
 */
@DataTypeTransformer(name = "ecobee:application-cloudevents",
                     description = "What ecobee told as an event of CloudEvents 1.0, with JSON as its data")
public final class CloudEventsTransformer extends TextTransformer {
    private static final String JSON = "application/json";

    /** For Camel. */
    public CloudEventsTransformer() {
        super(JSON);
    }

    @Override
    void write(Message message, Object body, DataType to) throws IOException {
        EventContext context = EventContext.of(message, body)
                .orElseThrow(() -> refused(to, body,
                        "a change, a thermostat, a reading of a sensor, a row, the rows of one thermostat, or another object of ecobee with the header"
                                                     + " CamelEcobeeThermostatId; split other lists first"));
        set(message, body, EcobeeBodies.json(body));
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_ID, context.id());
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, context.source());
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_VERSION, CloudEvents.v1_0.version());
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, context.type());
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, context.thermostat());
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_DATA_CONTENT_TYPE, JSON);
        header(message, CloudEvent.CAMEL_CLOUD_EVENT_TIME, context.time());
        // Of an event that the message was before.
        header(message, CloudEvent.CAMEL_CLOUD_EVENT_SCHEMA_URL, null);
        header(message, CloudEvent.CAMEL_CLOUD_EVENT_TYPE_VERSION, null);
        header(message, CloudEvent.CAMEL_CLOUD_EVENT_DATA_CONTENT_ENCODING, null);
        header(message, CloudEvent.CAMEL_CLOUD_EVENT_EXTENSIONS, null);
    }

    private static void header(Message message, String name, @Nullable Object value) {
        if (value == null) {
            message.removeHeader(name);
        } else {
            message.setHeader(name, value.toString());
        }
    }
}
