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

import java.time.Instant;
import java.util.stream.Collectors;

import io.github.camelecobee.change.Change;
import io.github.camelecobee.change.SensorReading;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.ThermostatRevisions;
import io.github.camelecobee.model.Alert;
import io.github.camelecobee.poll.Delivery;
import io.github.camelecobee.poll.FeedDelivery;
import io.github.camelecobee.poll.ReportDelivery;
import io.github.camelecobee.poll.ThermostatDelivery;
import io.github.camelecobee.report.IntervalRange;
import io.github.camelecobee.report.ReportRow;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.spi.Synchronization;

/** Puts deliveries of an account into exchanges, and ties their fate to that of the exchange. */
final class Deliveries {
    private final String account;
    private final DeliveryAttempts attempts;

    Deliveries(String account, DeliveryAttempts attempts) {
        this.account = account;
        this.attempts = attempts;
    }

    void fill(Exchange exchange, Delivery delivery) {
        if (delivery instanceof ThermostatDelivery thermostat) {
            fill(exchange.getIn(), thermostat);
        } else if (delivery instanceof ReportDelivery report) {
            fill(exchange.getIn(), report);
        } else if (delivery instanceof FeedDelivery feed) {
            fill(exchange.getIn(), feed);
        }
        exchange.getIn().setHeader(EcobeeConstants.ACCOUNT, account);
        exchange.getIn().setHeader(EcobeeConstants.DELIVERY_ATTEMPT, attempts.number(account, delivery));
        exchange.getExchangeExtension().addOnCompletion(new Fate(account, delivery, attempts));
    }

    private void fill(Message message, ThermostatDelivery delivery) {
        message.setBody(delivery.thermostat());
        fill(message, delivery.revisions(), delivery.polledAt());
        if (delivery.equipment() != null) {
            message.setHeader(EcobeeConstants.EQUIPMENT_STATUS, delivery.equipment());
        }
        message.setHeader(EcobeeConstants.FRESH_SECTIONS,
                delivery.fresh().stream().sorted().map(Include::optionName).collect(Collectors.joining(",")));
        delivery.lastStatusModified().ifPresent(sent -> message.setHeader(EcobeeConstants.LAST_STATUS_MODIFIED, sent));
        delivery.age().ifPresent(age -> message.setHeader(EcobeeConstants.AGE, age));
    }

    private void fill(Message message, ReportDelivery delivery) {
        ReportRow first = delivery.rows().get(0);
        ReportRow last = delivery.rows().get(delivery.rows().size() - 1);
        fill(message, delivery.revisions(), delivery.polledAt());
        message.setHeader(EcobeeConstants.REPORT_FROM, first.instant());
        message.setHeader(EcobeeConstants.REPORT_TO, last.instant().plus(IntervalRange.INTERVAL));
        if (delivery.perRow()) {
            message.setBody(first);
            message.setHeader(EcobeeConstants.REPORT_ROW_ID, first.id());
        } else {
            message.setBody(delivery.rows());
        }
    }

    private void fill(Message message, FeedDelivery delivery) {
        Object body = delivery.body();
        message.setBody(body);
        fill(message, delivery.revisions(), delivery.polledAt());
        if (delivery.equipment() != null) {
            message.setHeader(EcobeeConstants.EQUIPMENT_STATUS, delivery.equipment());
        }
        if (body instanceof Change change) {
            message.setHeader(EcobeeConstants.CHANGE_TYPE, change.type().typeName());
            message.setHeader(EcobeeConstants.CHANGE_ID, change.id());
        } else if (body instanceof Alert alert && alert.getAcknowledgeRef() != null) {
            message.setHeader(EcobeeConstants.ALERT_REF, alert.getAcknowledgeRef());
        } else if (body instanceof SensorReading reading) {
            message.setHeader(EcobeeConstants.SENSOR_ID, reading.sensorId());
            message.setHeader(EcobeeConstants.SENSOR_CAPABILITY, reading.capability());
        }
    }

    private void fill(Message message, ThermostatRevisions revisions, Instant polledAt) {
        message.setHeader(EcobeeConstants.THERMOSTAT_ID, revisions.identifier());
        message.setHeader(EcobeeConstants.THERMOSTAT_NAME, revisions.name());
        message.setHeader(EcobeeConstants.CONNECTED, revisions.connected());
        message.setHeader(EcobeeConstants.THERMOSTAT_REVISION, revisions.thermostat());
        message.setHeader(EcobeeConstants.ALERTS_REVISION, revisions.alerts());
        message.setHeader(EcobeeConstants.RUNTIME_REVISION, revisions.runtime());
        message.setHeader(EcobeeConstants.INTERVAL_REVISION, revisions.interval());
        message.setHeader(EcobeeConstants.POLL_TIME, polledAt);
    }

    private record Fate(String account, Delivery delivery, DeliveryAttempts attempts) implements Synchronization {
        @Override
        public void onComplete(Exchange exchange) {
            attempts.succeeded(account, delivery);
        }

        @Override
        public void onFailure(Exchange exchange) {
            Throwable problem = exchange.getException() != null
                    ? exchange.getException() : exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class);
            attempts.failed(account, delivery, problem);
        }
    }
}
