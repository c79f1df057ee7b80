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

import io.github.camelecobee.client.EcobeeRefusedException;
import io.github.camelecobee.client.EcobeeUnknownOutcomeException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.SagaPropagation;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;

/**
 * What the manual says in Java about changes and the patterns of Camel; {@link ManualTest} compares the texts,
 * {@link PatternsManualTest} runs them.
 */
class DocumentedPatterns extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:guarded")
                .circuitBreaker()
                .resilience4jConfiguration()
                .minimumNumberOfCalls(5).failureRateThreshold(60).waitDurationInOpenState(60)
                .end()
                .doTry()
                .to("ecobee:setHold?thermostatIds=311019854581")
                .doCatch(EcobeeRefusedException.class).onWhen(header("CamelEcobeeOutcome").isEqualTo("REFUSED"))
                .to("direct:refused")
                .doCatch(IllegalArgumentException.class)
                .to("direct:refused")
                .end()
                .endCircuitBreaker().onFallback()
                .to("direct:later")
                .end();

        from("direct:event").saga()
                .to("direct:warmUp")
                .to("direct:takePlace");

        from("direct:warmUp")
                .to("ecobee:setHold?thermostatIds=311019854581&holdClimateRef=home&holdType=holdHours&holdHours=4&verify=true")
                .to("direct:coolDownAfter");

        from("direct:coolDownAfter")
                .saga().propagation(SagaPropagation.MANDATORY)
                .compensation("direct:coolDown").completion("direct:coolDown")
                .log("held for the event");

        from("direct:coolDown").to("ecobee:resumeProgram?thermostatIds=311019854581");

        from("direct:notice")
                .idempotentConsumer(header("noticeId"), new MemoryIdempotentRepository())
                .doTry()
                .to("ecobee:sendMessage?thermostatIds=311019854581")
                .doCatch(EcobeeUnknownOutcomeException.class)
                .to("direct:askSomebody")
                .end()
                .end();

        from("direct:refused").to("mock:refused");
        from("direct:later").to("mock:later");
        from("direct:takePlace").to("mock:takePlace");
        from("direct:askSomebody").to("mock:asked");
    }
}
