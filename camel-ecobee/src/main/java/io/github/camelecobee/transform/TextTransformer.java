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
import java.io.InputStream;
import java.util.List;

import io.github.camelecobee.convert.EcobeeBodies;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.Transformer;
import org.jspecify.annotations.Nullable;

/** Makes a body of ecobee text of a media type: bytes of a single object or row, and a stream of a list. */
abstract class TextTransformer extends Transformer {
    private final String mediaType;

    TextTransformer(String mediaType) {
        this.mediaType = mediaType;
    }

    @Override
    public void transform(Message message, DataType from, DataType to) throws IOException {
        Object body = message.getBody();
        if (!EcobeeBodies.knows(body) && !(body instanceof List<?> list && list.isEmpty())) {
            throw refused(to, body, "an object of ecobee, a change, a row of a report or a list of these");
        }
        write(message, body, to);
    }

    /** What becomes of it. */
    abstract void write(Message message, Object body, DataType to) throws IOException;

    final void set(Message message, Object body, InputStream text) throws IOException {
        // A list may be long; a single body can then be read by several.
        message.setBody(body instanceof List ? text : text.readAllBytes());
        message.setHeader(Exchange.CONTENT_TYPE, mediaType);
    }

    final IllegalArgumentException refused(DataType to, @Nullable Object body, String allowed) {
        return new IllegalArgumentException(
                "data type " + to.getFullName() + ": the body is " + kind(body) + "; allowed is " + allowed);
    }

    private static String kind(@Nullable Object body) {
        if (body instanceof List<?> list) {
            return "a list of " + (list.isEmpty() ? "nothing" : kind(list.get(0)));
        }
        return body == null ? "empty" : body.getClass().getName();
    }
}
