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

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.Group;
import io.github.camelecobee.model.Status;
import io.github.camelecobee.model.StatusResponse;
import io.github.camelecobee.model.ThermostatRequest;
import io.github.camelecobee.model.ThermostatUpdateRequest;
import io.github.camelecobee.simulator.account.Accounts;
import io.github.camelecobee.simulator.home.Home;
import io.github.camelecobee.simulator.home.VirtualThermostat;
import io.github.camelecobee.simulator.oauth.Access;
import io.github.camelecobee.simulator.oauth.AuthorizationServer;
import io.github.camelecobee.simulator.oauth.Login;
import io.github.camelecobee.simulator.requests.RequestTrace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ecobee API, version 1, for every kind of account.
 * <p>
 * Safe for use by several threads.
 */
public final class EcobeeApi {
    private static final Logger LOG = LoggerFactory.getLogger(EcobeeApi.class);

    private final AuthorizationServer authorization;
    private final Accounts accounts;
    private final Home home;
    private final AccountOperations accountOperations;
    private final Registration registration;
    private final Reads reads;
    private final Reports reports;
    private final Functions functions = new Functions();
    private final GroupSync groups = new GroupSync(functions);

    /**
     * An API.
     *
     * @param authorization knows the tokens
     * @param accounts      whose thermostats they are
     * @param home          all thermostats
     * @param pageSize      how many thermostats an answer holds at most
     */
    public EcobeeApi(AuthorizationServer authorization, Accounts accounts, Home home, int pageSize) {
        this.authorization = authorization;
        this.accounts = accounts;
        this.home = home;
        this.accountOperations = new AccountOperations(home, accounts.demandOffsets());
        this.registration = new Registration(accounts, authorization);
        this.reads = new Reads(pageSize);
        this.reports = new Reports(home);
    }

    /**
     * The reports.
     *
     * @return the reports, with their switches
     */
    public Reports reports() {
        return reports;
    }

    /**
     * Answers a request.
     *
     * @param  request the request
     * @param  trace   where to note what it asks for
     * @return         the answer
     */
    public ApiAnswer answer(ApiRequest request, RequestTrace trace) {
        try {
            if (Registration.isFor(request)) {
                return new ApiAnswer(200, EcobeeStatus.SUCCESS.code(), registration.answer(request, trace));
            }
            Access access = authorization.check(request.token());
            trace.apiKey(access.apiKey());
            requireValid(access.state());
            return new ApiAnswer(200, EcobeeStatus.SUCCESS.code(), handle(request, caller(access), trace));
        } catch (StatusException e) {
            return refused(e.code(), e.text());
        } catch (RuntimeException e) {
            // ecobee's catch-all too: what it did not expect is a processing error.
            LOG.warn("{} {} cannot be handled", request.method(), request.path(), e);
            return refused(EcobeeStatus.PROCESSING_ERROR.code(), EcobeeStatus.PROCESSING_ERROR.exception().text());
        }
    }

    /**
     * The answer with which the API refuses.
     *
     * @param  code    the ecobee status code
     * @param  message the whole message
     * @return         HTTP 500 with a status object, which is how clients have seen these codes arrive
     */
    public static ApiAnswer refused(int code, String message) {
        Status status = new Status().withCode(code).withMessage(message);
        return new ApiAnswer(500, code, EcobeeJson.write(new StatusResponse().withStatus(status)));
    }

    /**
     * The answer to a selection that finds no thermostat.
     *
     * @return HTTP 500 with code 9
     */
    public static ApiAnswer nothingSelected() {
        StatusException none = EcobeeStatus.INVALID_SELECTION.with(Selector.NONE);
        return refused(none.code(), none.text());
    }

    private static void requireValid(Access.State state) throws StatusException {
        switch (state) {
            case VALID -> {
            }
            case EXPIRED -> throw EcobeeStatus.TOKEN_EXPIRED.exception();
            case REVOKED -> throw EcobeeStatus.TOKEN_DEAUTHORIZED.exception();
            case UNKNOWN -> throw EcobeeStatus.AUTHENTICATION_FAILED.exception();
        }
    }

    private Caller caller(Access access) throws StatusException {
        Login login = access.login();
        if (login == null) {
            throw EcobeeStatus.AUTHENTICATION_FAILED.exception();
        }
        return new Caller(access, accounts.get(login.account()), login.userName());
    }

    private String handle(ApiRequest request, Caller caller, RequestTrace trace) throws StatusException {
        Operation operation = Operation.of(request.method(), request.path());
        Permissions.require(operation, request.method(), caller);
        return switch (operation) {
            case THERMOSTAT_SUMMARY -> {
                ThermostatRequest asked = read(request, trace);
                yield home.visit((thermostats, now) -> reads.summary(asked, caller.sees(thermostats)));
            }
            case THERMOSTAT -> {
                if (request.method().equals("POST")) {
                    yield update(request, caller, trace);
                }
                ThermostatRequest asked = read(request, trace);
                yield home.visit((thermostats, now) -> reads.thermostats(asked, caller.sees(thermostats), now));
            }
            case RUNTIME_REPORT, METER_REPORT, RUNTIME_REPORT_JOB_CREATE, RUNTIME_REPORT_JOB_STATUS,
                    RUNTIME_REPORT_JOB_CANCEL ->
                reports.handle(operation, request.json(), caller, trace);
            default -> accountOperations.answer(operation, request, caller, trace);
        };
    }

    private static ThermostatRequest read(ApiRequest request, RequestTrace trace) throws StatusException {
        ThermostatRequest asked = Requests.read(request.json(), ThermostatRequest.class);
        trace.selection(asked.getSelection());
        return asked;
    }

    private String update(ApiRequest request, Caller caller, RequestTrace trace) throws StatusException {
        ThermostatUpdateRequest asked = Requests.read(request.json(), ThermostatUpdateRequest.class);
        List<Function> calls = Objects.requireNonNullElse(asked.getFunctions(), List.of());
        trace.selection(asked.getSelection());
        trace.functions(calls.stream().map(Function::getType).map(String::valueOf).toList());
        if (asked.isExplicitNull("thermostat")) {
            // Found by a client that sent it (i8beef/Ecobee issue 3).
            throw EcobeeStatus.INVALID_REQUEST_FORMAT.with("Thermostat object in the request cannot be null.");
        }
        functions.check(calls);
        return home.visit((thermostats, now) -> {
            List<VirtualThermostat> selected
                    = Selector.select(asked.getSelection(), caller.mayChange(thermostats), false);
            for (VirtualThermostat thermostat : selected) {
                StateChange change = StateChange.from(thermostat);
                if (asked.getThermostat() != null) {
                    Update.apply(asked.getThermostat(), thermostat, now);
                }
                functions.apply(calls, thermostat, now);
                trace.changed(change.until());
                Optional<Group> group = caller.account().groups().of(thermostat.state().getIdentifier());
                if (group.isPresent()) {
                    for (VirtualThermostat member : GroupSync.others(group.get(), selected, thermostats)) {
                        StateChange follows = StateChange.from(member);
                        groups.spread(group.get(), change, calls, member, now);
                        trace.changed(follows.until());
                    }
                }
            }
            return EcobeeJson.write(new StatusResponse().withStatus(EcobeeStatus.SUCCESS.status()));
        });
    }
}
