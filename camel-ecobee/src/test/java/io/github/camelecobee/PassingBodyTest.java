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

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.operation.InputLimits;
import org.apache.camel.Exchange;
import org.apache.camel.WrappedFile;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bodies that pass by a change which options and headers say: they are looked at, not read, and stay what they were.
 */
class PassingBodyTest extends EcobeeTestSupport {
    private static final String HOLD = "ecobee:setHold?heatHoldTemp=71F&coolHoldTemp=78F&thermostatIds=" + UPSTAIRS;
    private static final String MESSAGE = "ecobee:sendMessage?thermostatIds=" + UPSTAIRS;
    private static final String JSON = "{\"heatHoldTemp\":\"72F\",\"coolHoldTemp\":\"78F\"}";
    private static final String TOO_LONG = "has more than 1048576 characters";

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
        camel.start();
    }

    @Test
    void aStreamThatIsNoCommandIsNotReadThroughAndNotLost() throws Exception {
        Endless endless = new Endless("measured;value\n");

        Exchange done = send(HOLD, endless, Map.of());

        assertThat(done.getException()).isNull();
        assertThat(heat()).isEqualTo(710);
        assertThat(endless.given).isLessThan(100_000);
        assertThat(done.getMessage().getBody(InputStream.class).readNBytes(20)).asString().isEqualTo("measured;value\nmeasu");
    }

    @Test
    void aStreamThatPassesSeveralChangesIsStillWhole() throws Exception {
        Exchange exchange = send(HOLD, once("a;b;c"), Map.of());
        exchange = send("ecobee:resumeProgram?thermostatIds=" + UPSTAIRS, exchange.getMessage().getBody(), Map.of());

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("a;b;c");
    }

    @Test
    void whatBeginsAsACommandAndIsTooLongForOneIsRefusedAndNotLost() throws Exception {
        String endless = "{\"heatHoldTemp\":\"72F\"," + " ".repeat(InputLimits.BODY_CHARACTERS) + "\"coolHoldTemp\":\"78F\"}";
        byte[] bytes = endless.getBytes(StandardCharsets.UTF_8);
        List<Object> forms = List.of(endless, new StringBuilder(endless), bytes, new ByteArrayInputStream(bytes),
                new StringReader(endless), new InputStreamCache(bytes), new Endless(endless),
                new RemoteFile(new ByteArrayInputStream(bytes)));

        assertThat(forms).allSatisfy(body -> {
            Exchange done = send(HOLD, body, Map.of());
            assertThat(done.getException()).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("body: " + TOO_LONG + ", and begins as a command of setHold does;");
            assertThat(done.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("NOT_SENT");
            if (done.getMessage().getBody() instanceof InputStream rest) {
                assertThat(new String(rest.readNBytes(20), StandardCharsets.UTF_8)).isEqualTo(endless.substring(0, 20));
            } else if (done.getMessage().getBody() instanceof Reader rest) {
                assertThat((char) rest.read()).isEqualTo('{');
            } else {
                assertThat(done.getMessage().getBody()).isSameAs(body);
            }
        });
        assertThat(ecobee.requests().all()).isEmpty();
    }

    @Test
    void aCommandOfTheGreatestLengthIsOne() {
        String longest = JSON + " ".repeat(InputLimits.BODY_CHARACTERS - JSON.length());

        assertThat(send(HOLD, longest.getBytes(StandardCharsets.UTF_8), Map.of()).getException()).isNull();
        assertThat(heat()).isEqualTo(720);
    }

    @Test
    void aByteOrderMarkHidesNoCommand() {
        assertThat(send(HOLD, new ByteArrayInputStream(("\uFEFF" + JSON).getBytes(StandardCharsets.UTF_8)), Map.of())
                .getException()).isNull();
        assertThat(heat()).isEqualTo(720);
    }

    @Test
    void aTextWithoutEndIsNoMessageAndTheHeaderLeavesItAlone() {
        Endless endless = new Endless("on and on ");

        assertThat(send(MESSAGE, endless, Map.of()).getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("body: " + TOO_LONG + ", and is the text of sendMessage;");
        Endless other = new Endless("on and on ");
        Exchange done = send(MESSAGE, other, Map.of("CamelEcobeeText", "Good morning"));
        assertThat(done.getException()).isNull();
        assertThat(other.given).isZero();
        assertThat(done.getMessage().getBody()).isSameAs(other);
    }

    @Test
    void aStreamThatBreaksIsNamed() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The cable is out");
            }
        };

        assertThat(send(HOLD, broken, Map.of()).getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("body: cannot be read: The cable is out");
    }

    @Test
    void aFileFromAfarIsACommandToo() throws Exception {
        RemoteFile file = new RemoteFile(new ByteArrayInputStream(JSON.getBytes(StandardCharsets.UTF_8)));
        Exchange done = send(HOLD, file, Map.of());

        assertThat(done.getException()).isNull();
        assertThat(heat()).isEqualTo(720);
        assertThat(done.getMessage().getBody()).isSameAs(file);
        assertThat(file.content.readAllBytes()).asString().isEqualTo(JSON);
    }

    @Test
    void aFileFromAfarThatComesOnceIsNotLost() {
        Exchange done = send(HOLD, new RemoteFile(once(JSON)), Map.of());

        assertThat(done.getException()).isNull();
        assertThat(heat()).isEqualTo(720);
        assertThat(done.getMessage().getBody(String.class)).isEqualTo(JSON);
    }

    @Test
    void aThermostatThatWasReadBelongsToTheRouteInEveryForm() {
        Thermostat read = (Thermostat) send("ecobee:getThermostats?include=runtime&thermostatIds=" + UPSTAIRS, "", Map.of())
                .getMessage().getBody(List.class).get(0);
        String json = EcobeeJson.write(read);
        List<Object> forms = List.of(read, json, json.getBytes(StandardCharsets.UTF_8), EcobeeJson.readMap(json));

        assertThat(forms).allSatisfy(body -> {
            Exchange done = send(HOLD, body, Map.of());
            assertThat(done.getException()).isNull();
            assertThat(done.getMessage().getBody()).isSameAs(body);
            assertThat(heat()).isEqualTo(710);
            assertThat(send("ecobee:updateThermostat?thermostatIds=" + UPSTAIRS, body, Map.of()).getException())
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("not a thermostat as it was read");
        });
    }

    private static InputStream once(String text) {
        return new FilterInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
            @Override
            public boolean markSupported() {
                return false;
            }
        };
    }

    private int heat() {
        return ecobee.thermostat(UPSTAIRS).events().stream().filter(event -> "hold".equals(event.getType())).findFirst()
                .map(Event::getHeatHoldTemp).orElseThrow();
    }

    private Exchange send(String uri, Object body, Map<String, Object> headers) {
        return Objects.requireNonNull(camel.createProducerTemplate().send(uri, exchange -> {
            exchange.getIn().setBody(body);
            exchange.getIn().setHeaders(new HashMap<>(headers));
        }));
    }

    /** Begins with a text, and repeats its last characters for ever. Cannot be marked. */
    private static final class Endless extends InputStream {
        private final byte[] text;
        private long given;

        Endless(String text) {
            this.text = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            return text[(int) (given++ % text.length)];
        }
    }

    /** As file components hand over what they stream. */
    private static final class RemoteFile implements WrappedFile<String> {
        private final InputStream content;

        RemoteFile(InputStream content) {
            this.content = content;
        }

        @Override
        public String getFile() {
            return "command.json";
        }

        @Override
        public Object getBody() {
            return content;
        }

        @Override
        public long getFileLength() {
            return -1;
        }
    }
}
