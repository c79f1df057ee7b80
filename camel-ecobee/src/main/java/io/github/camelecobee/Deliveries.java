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

import io.github.camelecobee.client.ThermostatRevisions;
import io.github.camelecobee.poll.Delivery;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.Synchronization;

/** Puts deliveries into exchanges, and ties their fate to that of the exchange. */
final class Deliveries {
    private final String account;

    Deliveries(String account) {
        this.account = account;
    }

    void fill(Exchange exchange, Delivery delivery) {
        Message message = exchange.getIn();
        ThermostatRevisions revisions = delivery.revisions();
        message.setBody(delivery.thermostat());
        message.setHeader(EcobeeConstants.ACCOUNT, account);
        message.setHeader(EcobeeConstants.THERMOSTAT_ID, revisions.identifier());
        message.setHeader(EcobeeConstants.THERMOSTAT_NAME, revisions.name());
        message.setHeader(EcobeeConstants.CONNECTED, revisions.connected());
        message.setHeader(EcobeeConstants.THERMOSTAT_REVISION, revisions.thermostat());
        message.setHeader(EcobeeConstants.ALERTS_REVISION, revisions.alerts());
        message.setHeader(EcobeeConstants.RUNTIME_REVISION, revisions.runtime());
        message.setHeader(EcobeeConstants.INTERVAL_REVISION, revisions.interval());
        message.setHeader(EcobeeConstants.POLL_TIME, delivery.polledAt());
        if (delivery.equipment() != null) {
            message.setHeader(EcobeeConstants.EQUIPMENT_STATUS, delivery.equipment());
        }
        exchange.getExchangeExtension().addOnCompletion(new Fate(delivery));
    }

    private record Fate(Delivery delivery) implements Synchronization {
        @Override
        public void onComplete(Exchange exchange) {
            delivery.commit();
        }

        @Override
        public void onFailure(Exchange exchange) {
            delivery.release();
        }
    }
}
