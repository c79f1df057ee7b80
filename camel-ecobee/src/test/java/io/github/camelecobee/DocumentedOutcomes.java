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

import io.github.camelecobee.client.EcobeeNotSentException;
import io.github.camelecobee.client.EcobeeUnknownOutcomeException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * What the manual says in Java about outcomes of changes; {@link ManualTest} compares the texts,
 * {@link OutcomesManualTest} runs them.
 */
class DocumentedOutcomes extends RouteBuilder {
    @Override
    public void configure() {
        errorHandler(deadLetterChannel("seda:failedChanges").useOriginalMessage());
        onException(EcobeeNotSentException.class)
                .onExceptionOccurred(DocumentedOutcomes::waitAsLongAsEcobeeWants)
                .maximumRedeliveries(5).redeliveryDelay(30_000).asyncDelayedRedelivery();
        onException(EcobeeUnknownOutcomeException.class).handled(true)
                .to("ecobee:getThermostats?include=events&thermostatIds=311019854581")
                .to("direct:compare");

        from("direct:resumeAll")
                .to("ecobee:resumeProgram?resumeAll=true&failOnPartial=false&resultBody=outcomes")
                .split(body()).filter(simple("${body.outcome.isDone} == false"))
                .log("${body.thermostat} is ${body.outcome}: ${body.text}")
                .to("direct:open");

        from("direct:open").to("mock:open");
        from("direct:change").to("ecobee:setHold?thermostatIds=311019854581").to("mock:changed");
        from("direct:compare").to("mock:compared");
    }

    static void waitAsLongAsEcobeeWants(Exchange exchange) {
        exchange.getProperty(Exchange.EXCEPTION_CAUGHT, EcobeeNotSentException.class).retryAfter()
                .ifPresent(wait -> exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, wait.toMillis() + 1000));
    }
}
