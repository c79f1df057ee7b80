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

import java.util.List;

import io.github.camelecobee.client.EcobeeException;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.client.WriteOutcome;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.TagConstants;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;
import org.jspecify.annotations.Nullable;

/**
 * Names the spans that Camel's tracers make of {@code ecobee:} endpoints after the operation, and tells on them which
 * account and thermostats it was for and what came of it. Nothing of a message body, and no secret, is on a span.
 * <p>
 * camel-telemetry finds it by {@code META-INF/services}. The only class that needs camel-telemetry, which is optional.
 */
public class EcobeeSpanDecorator extends AbstractSpanDecorator {
    /** The operation, as in the URI of the endpoint. */
    static final String OPERATION = "ecobee.operation";
    /** Name of the account. */
    static final String ACCOUNT = "ecobee.account";
    /** How many thermostats were named; not there when all of an account or of a management set were meant. */
    static final String THERMOSTAT_COUNT = "ecobee.thermostat.count";
    /** Identifiers of the first of them, comma-separated. */
    static final String THERMOSTAT_IDS = "ecobee.thermostat.ids";
    /** Path of the management set that was meant. */
    static final String MANAGEMENT_SET = "ecobee.management_set";
    /** What became of a change. */
    static final String OUTCOME = "ecobee.outcome";
    /** ecobee's status code, of a failure. */
    static final String STATUS_CODE = "ecobee.status_code";
    /** More identifiers than this are only counted. */
    static final int MOST_IDS = 10;

    /** camel-telemetry creates it. */
    public EcobeeSpanDecorator() {
    }

    @Override
    public String getComponent() {
        return "ecobee";
    }

    @Override
    public String getComponentClassName() {
        return EcobeeComponent.class.getName();
    }

    /**
     * The name of a span: the URI without options.
     *
     * @param  exchange the exchange
     * @param  endpoint the endpoint
     * @return          for example {@code ecobee:setHold}
     */
    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        return endpoint instanceof EcobeeEndpoint ecobee
                ? "ecobee:" + ecobee.getOperation().uriName() : super.getOperationName(exchange, endpoint);
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        super.beforeTracingEvent(span, exchange, endpoint);
        if (!(endpoint instanceof EcobeeEndpoint ecobee)) {
            return;
        }
        span.setTag(OPERATION, ecobee.getOperation().uriName());
        if (ecobee.getOperation().isConsumer()) {
            Message message = exchange.getMessage();
            tag(span, ACCOUNT, message.getHeader(EcobeeConstants.ACCOUNT, String.class));
            String identifier = message.getHeader(EcobeeConstants.THERMOSTAT_ID, String.class);
            if (identifier != null) {
                thermostats(span, List.of(identifier));
            }
        } else {
            OperationNotes.lay(exchange);
        }
    }

    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        super.afterTracingEvent(span, exchange);
        // Only of a producer: at the end of its route a consumer's exchange has the headers of whoever was last in it.
        OperationNotes notes = OperationNotes.take(exchange);
        if (notes == null) {
            return;
        }
        tag(span, ACCOUNT, notes.account());
        ThermostatSelection target = notes.target();
        if (target != null) {
            switch (target.type()) {
                case THERMOSTATS -> thermostats(span, target.match());
                case MANAGEMENT_SET -> tag(span, MANAGEMENT_SET, target.match().get(0));
                case REGISTERED -> {
                }
            }
        }
        WriteOutcome outcome = notes.outcome();
        tag(span, OUTCOME, outcome == null ? null : outcome.name());
        if (exchange.getException() instanceof EcobeeException problem) {
            tag(span, STATUS_CODE, problem.code() < 0 ? null : String.valueOf(problem.code()));
            tag(span, TagConstants.HTTP_STATUS, problem.httpStatus() <= 0 ? null : String.valueOf(problem.httpStatus()));
        }
    }

    private static void thermostats(Span span, List<String> identifiers) {
        span.setTag(THERMOSTAT_COUNT, String.valueOf(identifiers.size()));
        span.setTag(THERMOSTAT_IDS, String.join(",", identifiers.subList(0, Math.min(MOST_IDS, identifiers.size()))));
    }

    private static void tag(Span span, String name, @Nullable String value) {
        if (value != null) {
            span.setTag(name, value);
        }
    }
}
