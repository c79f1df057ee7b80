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
package io.github.camelecobee.simulator.api;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.camelecobee.model.DemandResponse;
import io.github.camelecobee.model.DemandResponseRequest;
import io.github.camelecobee.model.DemandResponseResponse;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.ThermostatTime;
import io.github.camelecobee.simulator.account.DemandResponses;
import io.github.camelecobee.simulator.home.VirtualThermostat;
import io.github.camelecobee.simulator.requests.RequestTrace;
import org.jspecify.annotations.Nullable;

/**
 * {@code /1/demandResponse}: events that a utility puts on its customers' thermostats. A message of the utility becomes
 * an alert of type {@code demandResponse} that is linked to the event; ecobee says that events and alerts are linked,
 * but not when the alert comes.
 */
final class DemandResponseCalls {

    /** Lists those that are not over everywhere. */
    String get(String json, Caller caller, Map<String, VirtualThermostat> thermostats, Instant now) throws StatusException {
        Hierarchies.requireOperation("list", Requests.read(json, DemandResponseRequest.class).getOperation());
        List<DemandResponse> current = responses(caller).without(each -> isOver(each, thermostats, now));
        return EcobeeJson.write(new DemandResponseResponse().withDrList(current).withStatus(EcobeeStatus.SUCCESS.status()));
    }

    /** Creates or cancels one. */
    String post(
            String json, Caller caller, Map<String, VirtualThermostat> thermostats, Instant now, RequestTrace trace)
            throws StatusException {
        DemandResponseRequest asked = Requests.read(json, DemandResponseRequest.class);
        trace.selection(asked.getSelection());
        switch (String.valueOf(asked.getOperation())) {
            case "create" -> {
                String ref = create(asked, caller, thermostats, now);
                return EcobeeJson.write(new DemandResponseResponse().withDemandResponseRef(ref)
                        .withStatus(EcobeeStatus.SUCCESS.status()));
            }
            case "cancel" -> {
                cancel(asked, caller, thermostats, now);
                return Hierarchies.success();
            }
            default -> throw Hierarchies.unknownOperation(asked.getOperation(), "list");
        }
    }

    private static String create(
            DemandResponseRequest asked, Caller caller, Map<String, VirtualThermostat> thermostats, Instant now)
            throws StatusException {
        DemandResponse wanted = asked.getDemandResponse();
        if (wanted == null || wanted.getEvent() == null) {
            throw EcobeeStatus.VALIDATION_ERROR.with("A demandResponse with an event is required.");
        }
        Event event = DemandResponseEvent.of(wanted);
        List<VirtualThermostat> selected
                = Selector.select(asked.getSelection(), caller.mayChange(thermostats), false);
        String ref = responses(caller).nextRef();
        event.setLinkRef(ref);
        for (VirtualThermostat thermostat : selected) {
            thermostat.addEvent(DemandResponseSpread.forThermostat(event, wanted, thermostat), now);
            tell(wanted, thermostat, now);
        }
        responses(caller).add(EcobeeJson.convert(wanted, DemandResponse.class).withDemandResponseRef(ref)
                .withEvent(event)
                .withThermostats(selected.stream().map(thermostat -> thermostat.state().getIdentifier()).toList()));
        return ref;
    }

    private static void tell(DemandResponse wanted, VirtualThermostat thermostat, Instant now) {
        String message = wanted.getMessage();
        if (message != null && !message.isEmpty()) {
            thermostat.addAlert(NewAlert.of("demandResponse", message, thermostat, now).withIsOperatorAlert(true)
                    .withShowIdt(!Boolean.FALSE.equals(wanted.getShowIdt()))
                    .withShowWeb(!Boolean.FALSE.equals(wanted.getShowWeb()))
                    .withSendEmail(!Boolean.FALSE.equals(wanted.getSendEmail())), now);
        }
    }

    private static void cancel(
            DemandResponseRequest asked, Caller caller, Map<String, VirtualThermostat> thermostats, Instant now)
            throws StatusException {
        String ref = reference(asked);
        if (ref == null) {
            throw EcobeeStatus.VALIDATION_ERROR.with("demandResponseRef is required.");
        }
        DemandResponse cancelled = responses(caller).remove(ref)
                .orElseThrow(() -> EcobeeStatus.NOT_AUTHORIZED.with("There is no demand response " + ref + "."));
        for (String identifier : cancelled.getThermostats()) {
            Optional.ofNullable(thermostats.get(identifier))
                    .ifPresent(thermostat -> thermostat.removeEvents(event -> ref.equals(event.getLinkRef()), now));
        }
    }

    /** The page's table has the reference at the top, its sample inside an object; clients send either. */
    private static @Nullable String reference(DemandResponseRequest asked) {
        return asked.getDemandResponseRef() == null && asked.getDemandResponse() != null
                ? asked.getDemandResponse().getDemandResponseRef() : asked.getDemandResponseRef();
    }

    private static boolean isOver(
            DemandResponse demandResponse, Map<String, VirtualThermostat> thermostats, Instant now) {
        Event event = demandResponse.getEvent();
        LocalDateTime end
                = ThermostatTime.ofReading(event.getEndDate(), event.getEndTime()).orElseThrow().local()
                        .plusSeconds(DemandResponseSpread.endSeconds(demandResponse));
        return demandResponse.getThermostats().stream().map(thermostats::get).filter(Objects::nonNull)
                .noneMatch(thermostat -> end.atZone(thermostat.clock().zone()).toInstant().isAfter(now));
    }

    private static DemandResponses responses(Caller caller) {
        return caller.account().demandResponses();
    }
}
