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
package io.github.camelecobee.client;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelecobee.model.ThermostatSummaryResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Summaries, get-thermostat-summary.shtml, and what is said of lines that nobody can read. */
class ThermostatSummaryTest {
    private static final String LINE = "311019854581:Upstairs:true:250114163012:250114150001:250114164530:250114164500";
    private static final String UNKNOWN = "311019854582;250114163012";

    private final SummaryLines known = new SummaryLines();
    private final Logger logger = (Logger) LoggerFactory.getLogger(ThermostatSummary.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @Test
    void linesOfUnknownFormAreLeftOut() {
        assertThat(summary(LINE, UNKNOWN).revisions()).containsOnlyKeys("311019854581");
    }

    @Test
    void linesOfUnknownFormAreToldOnceUntilASummaryHasNone() {
        summary(UNKNOWN, UNKNOWN.replace(";", "_"), LINE);
        summary(UNKNOWN, LINE);
        assertThat(warnings()).hasSize(1).first().asString().contains(UNKNOWN);

        summary(LINE);
        summary(UNKNOWN);

        assertThat(warnings()).hasSize(2);
    }

    private ThermostatSummary summary(String... lines) {
        known.begin();
        return ThermostatSummary.of(new ThermostatSummaryResponse().withRevisionList(List.of(lines)), known);
    }

    private List<String> warnings() {
        return log.list.stream().filter(event -> event.getLevel() == Level.WARN).map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
