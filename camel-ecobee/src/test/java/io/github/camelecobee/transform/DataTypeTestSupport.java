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

import java.util.Objects;

import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.Transformer;
import org.apache.camel.spi.TransformerKey;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Finds data types by name, as a route does: their words in the DSL differ from one Camel to the next. */
abstract class DataTypeTestSupport {
    private final CamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void startCamel() {
        camel.start();
    }

    @AfterEach
    void stopCamel() {
        camel.stop();
    }

    Message message(@Nullable Object body) {
        Message message = new DefaultExchange(camel).getMessage();
        message.setBody(body);
        return message;
    }

    Message transform(String type, Message message) throws Exception {
        String name = "ecobee:" + type;
        Transformer transformer = camel.getTransformerRegistry().resolveTransformer(new TransformerKey(name));
        Objects.requireNonNull(transformer, name).transform(message, DataType.ANY, new DataType(name));
        return message;
    }
}
