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

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.ThermostatFilter;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeJsonException;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.operation.Command;
import io.github.camelecobee.operation.Element;
import io.github.camelecobee.operation.InputLimits;
import io.github.camelecobee.operation.OperationHandler;
import io.github.camelecobee.operation.Parameter;
import io.github.camelecobee.operation.Shown;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Makes a command of a message. A header counts before the body, the body before the option. What a consumer noted
 * about the message ({@link EcobeeConstants#THERMOSTAT_ID}, {@link EcobeeConstants#ACCOUNT}) counts last.
 */
final class CommandReader {
    private static final String HEADER = "CamelEcobee";
    private static final String THERMOSTATS = "thermostats";
    /** What every thermostat says that was read, and nobody asks for. */
    private static final List<String> THERMOSTAT = List.of("identifier", "thermostatRev");
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9A-Za-z-]{1,40}");

    private final EcobeeEndpoint endpoint;
    private final OperationHandler handler;
    private final Set<String> names;
    /** The header of each name. */
    private final Map<String, String> headers;

    CommandReader(EcobeeEndpoint endpoint, OperationHandler handler) {
        this.endpoint = endpoint;
        this.handler = handler;
        this.names = handler.parameters();
        // What a consumer noted about a message never overrules what somebody wrote, also under a parameter's own name.
        this.headers = names.stream().filter(name -> !handler.notedParameters().containsValue(header(name)))
                .collect(Collectors.toUnmodifiableMap(name -> name, CommandReader::header));
    }

    String account(Message message) {
        return Accounts.known(endpoint, message);
    }

    /** Groups are asked for; nothing else is. */
    Command read(Message message, EcobeeClient client) {
        return new Command(
                target(message, client), includes(message), parameters(message), endpoint.getConfiguration().writeOptions());
    }

    private ThermostatSelection target(Message message, EcobeeClient client) {
        if (!handler.selectsThermostats()) {
            return ThermostatSelection.registered();
        }
        return headers(message, client).or(() -> options(client)).or(() -> noted(message)).orElseGet(this::everything);
    }

    private Optional<ThermostatSelection> headers(Message message, EcobeeClient client) {
        String identifiers = text(message, EcobeeConstants.THERMOSTAT_IDS);
        String groups = text(message, EcobeeConstants.TARGET_GROUPS);
        String set = text(message, EcobeeConstants.MANAGEMENT_SET);
        if (Stream.of(identifiers, groups, set).filter(Objects::nonNull).count() > 1) {
            throw new IllegalArgumentException(
                    "headers " + EcobeeConstants.THERMOSTAT_IDS + ", " + EcobeeConstants.TARGET_GROUPS + " and "
                                               + EcobeeConstants.MANAGEMENT_SET
                                               + ": more than one is given; give one of them");
        }
        if (identifiers != null) {
            return Optional.of(checked(EcobeeConstants.THERMOSTAT_IDS, identifiers, CommandReader::thermostats));
        }
        if (groups != null) {
            return Optional.of(checked(EcobeeConstants.TARGET_GROUPS, groups, names -> members(names, client)));
        }
        return set == null
                ? Optional.empty()
                : Optional.of(checked(EcobeeConstants.MANAGEMENT_SET, set, ThermostatSelection::managementSet));
    }

    /** From outside of the route comes anything; ecobee's answer to it would be of no help. */
    private static ThermostatSelection thermostats(String csv) {
        ThermostatSelection selection = ThermostatSelection.thermostats(csv);
        if (!selection.match().stream().allMatch(each -> IDENTIFIER.matcher(each).matches())) {
            throw new IllegalArgumentException("give identifiers of thermostats, comma-separated or as a collection");
        }
        return selection;
    }

    private Optional<ThermostatSelection> options(EcobeeClient client) {
        EcobeeConfiguration options = endpoint.getConfiguration();
        OptionCheck.checkOneSelection(options);
        if (options.getThermostatIds() != null) {
            return Optional.of(ThermostatSelection.thermostats(options.getThermostatIds()));
        }
        if (options.getGroups() != null) {
            return Optional.of(members(options.getGroups(), client));
        }
        return Optional.ofNullable(options.getManagementSet()).map(ThermostatSelection::managementSet);
    }

    private Optional<ThermostatSelection> noted(Message message) {
        return endpoint.getConfiguration().isAll()
                ? Optional.empty()
                : Optional.ofNullable(text(message, EcobeeConstants.THERMOSTAT_ID)).map(ThermostatSelection::thermostats);
    }

    private ThermostatSelection everything() {
        if (handler.changes() && !endpoint.getConfiguration().isAll()) {
            throw new IllegalArgumentException(
                    "ecobee:" + endpoint.getOperation().uriName()
                                               + " was not told which thermostats to change; give the option thermostatIds or the header "
                                               + EcobeeConstants.THERMOSTAT_IDS
                                               + ", or all=true for every thermostat of the account");
        }
        return ThermostatSelection.registered();
    }

    private static ThermostatSelection members(String groups, EcobeeClient client) {
        return ThermostatSelection.thermostats(ThermostatFilter.parse(null, groups).membersNow(client));
    }

    private Set<Include> includes(Message message) {
        String header = text(message, EcobeeConstants.INCLUDE);
        return header == null
                ? Includes.of(endpoint.getConfiguration()) : checked(EcobeeConstants.INCLUDE, header, Include::parse);
    }

    private static <T> T checked(String header, String value, Function<String, T> reader) {
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "header " + header + ": '" + Shown.of(value) + "' is not allowed; " + e.getMessage(), e);
        }
    }

    private Map<String, Parameter> parameters(Message message) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        handler.notedParameters().forEach((name, header) -> {
            Object noted = message.getHeader(header);
            if (noted != null) {
                parameters.put(name, parameter(message, header, noted));
            }
        });
        endpoint.getConfiguration().parameters().forEach((name, value) -> {
            if (names.contains(name)) {
                parameters.put(name, new Parameter(value, "option " + option(name)));
            }
        });
        body(message).forEach((name, value) -> {
            if (value != null && value.equals(handler.constants().get(name))) {
                return;
            }
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "body: " + handler.notTaken(endpoint.getOperation().uriName(), name));
            }
            if (value != null) {
                InputLimits.check("body property " + name, value);
                parameters.put(name, new Parameter(value, "body property " + name));
            }
        });
        headers.forEach((name, header) -> {
            Object value = message.getHeader(header);
            if (value != null) {
                parameters.put(name, parameter(message, header, value));
            }
        });
        return parameters;
    }

    private static Parameter parameter(Message message, String header, Object value) {
        return new Parameter(Headers.checked(message, header, value), "header " + header);
    }

    /** Thermostats are named by the same option and header everywhere. */
    private static String option(String name) {
        return THERMOSTATS.equals(name) ? "thermostatIds" : name;
    }

    private static String header(String name) {
        return THERMOSTATS.equals(name)
                ? EcobeeConstants.THERMOSTAT_IDS : HEADER + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** A body that is none of these belongs to the route, for example the thermostat that a consumer read. */
    private Map<String, @Nullable Object> body(Message message) {
        Object body = message.getBody();
        Class<? extends EcobeeObject> type = handler.parametersType();
        String list = handler.listParameter();
        if (!list.isEmpty() && (body instanceof Collection<?> || body instanceof Object[])) {
            return Map.of(list, body);
        }
        if (names.isEmpty()) {
            return Map.of();
        }
        if (type != null && type.isInstance(body)) {
            InputLimits.check("body", body);
            return EcobeeJson.toMap((EcobeeObject) body);
        }
        Element element = handler.element();
        if (element != null && stands(body, element)) {
            return Map.of(element.parameter(), body);
        }
        if (body instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> named = new LinkedHashMap<>();
            map.forEach((name, value) -> {
                InputLimits.check("body: the name of a property", name);
                named.put(String.valueOf(name), value);
            });
            return unlessThermostat(named);
        }
        String text = text(message, element != null || !list.isEmpty());
        if (text.isBlank()) {
            return Map.of();
        }
        if (!handler.textParameter().isEmpty()) {
            return Map.of(handler.textParameter(), text);
        }
        if (element != null && text.strip().startsWith("[")) {
            return Map.of(element.parameter(), text);
        }
        if (!list.isEmpty() && text.strip().startsWith("[")) {
            return Map.of(list, text);
        }
        return text.strip().startsWith("{") ? unlessThermostat(json(text)) : Map.of();
    }

    /** Whether a body is what an element says, or a list of them. */
    private static boolean stands(@Nullable Object body, Element element) {
        return element.type().isInstance(body) || body instanceof Collection<?> several && !several.isEmpty()
                && several.stream().allMatch(each -> each instanceof Map<?, ?> || element.type().isInstance(each));
    }

    /** A header that says all that a text could say leaves the body alone. */
    private String text(Message message, boolean lists) {
        String operation = endpoint.getOperation().uriName();
        String parameter = handler.textParameter();
        if (parameter.isEmpty()) {
            return new BodyText(operation, lists ? "{[" : "{").read(message);
        }
        return message.getHeader(header(parameter)) == null ? new BodyText(operation, "").read(message) : "";
    }

    /** A thermostat that a consumer read belongs to the route in every form, and not only as an object. */
    private Map<String, @Nullable Object> unlessThermostat(Map<String, @Nullable Object> named) {
        return handler.parametersType() != Thermostat.class && THERMOSTAT.stream().allMatch(
                name -> named.get(name) != null && !names.contains(name)) ? Map.of() : named;
    }

    private static Map<String, @Nullable Object> json(String text) {
        try {
            return EcobeeJson.readMap(text);
        } catch (EcobeeJsonException e) {
            throw new IllegalArgumentException("body: " + e.getMessage(), e);
        }
    }

    private static @Nullable String text(Message message, String header) {
        Object value = Headers.get(message, header);
        if (value == null) {
            return null;
        }
        if (value instanceof Object[] several) {
            return csv(header, Arrays.asList(several));
        }
        return value instanceof Collection<?> several ? csv(header, several) : value.toString().strip();
    }

    private static String csv(String header, Collection<?> several) {
        if (several.isEmpty() || several.stream().anyMatch(each -> each == null || each.toString().isBlank())) {
            throw new IllegalArgumentException(
                    "header " + header + ": '" + Shown.of(several) + "' is not allowed; give one value at least, and none that"
                                               + " is blank");
        }
        return several.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
