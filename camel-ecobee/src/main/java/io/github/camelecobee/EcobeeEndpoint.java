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

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import io.github.camelecobee.client.RequestKind;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;

/**
 * Read ecobee thermostats and change them: consumers poll by revision, producers hold temperatures, resume programs and
 * send messages.
 */
@UriEndpoint(firstVersion = "0.1.0", scheme = "ecobee", title = "Ecobee", syntax = "ecobee:operation",
             category = { Category.IOT, Category.API, Category.MONITORING }, headersClass = EcobeeConstants.class)
@Metadata(annotations = { "protocol=https" })
public class EcobeeEndpoint extends ScheduledPollEndpoint implements EndpointServiceLocation {
    /** ecobee wants no client to ask for a summary more often (get-thermostat-summary.shtml). */
    static final Duration SHORTEST_DELAY = RequestKind.SUMMARY.shortestInterval();
    /** Nor for a report (get-runtime-report.shtml). */
    static final Duration SHORTEST_REPORT_DELAY = RequestKind.RUNTIME_REPORT.shortestInterval();
    private static final long DEFAULT_DELAY = 180_000;

    @UriPath(description = "What to do. Consumers: thermostats, changes, alerts, sensors, summary, "
                           + "runtimeReport, meterReport, authorization. Producers: getThermostats, setHold, "
                           + "resumeProgram, sendMessage, updateThermostat, updateProgram, createVacation, "
                           + "deleteVacation, acknowledge, updateSensor, controlPlug, setOccupied, "
                           + "resetPreferences, unlinkVoiceEngine, functions, getThermostatSummary, "
                           + "getRuntimeReport, getMeterReport, getGroups, updateGroups, listSets, addSet, "
                           + "removeSet, renameSet, moveSet, listUsers, addUsers, removeUsers, unregisterUsers, "
                           + "updateUsers, registerThermostats, unregisterThermostats, moveThermostats, "
                           + "assignThermostats, listDemandResponses, createDemandResponse, cancelDemandResponse, "
                           + "issueDemandManagement, createRuntimeReportJob, getRuntimeReportJobs, "
                           + "cancelRuntimeReportJob, downloadRuntimeReportJob, requestPin, authorizationUrl, "
                           + "exchangeCode, authorizationStatus.",
             enums = "thermostats,changes,alerts,sensors,summary,runtimeReport,meterReport,"
                     + "authorization,getThermostats,setHold,resumeProgram,sendMessage,updateThermostat,"
                     + "updateProgram,createVacation,deleteVacation,acknowledge,updateSensor,"
                     + "controlPlug,setOccupied,resetPreferences,unlinkVoiceEngine,functions,"
                     + "getThermostatSummary,getRuntimeReport,getMeterReport,getGroups,updateGroups,"
                     + "listSets,addSet,removeSet,renameSet,moveSet,listUsers,addUsers,removeUsers,"
                     + "unregisterUsers,updateUsers,registerThermostats,unregisterThermostats,"
                     + "moveThermostats,assignThermostats,listDemandResponses,createDemandResponse,"
                     + "cancelDemandResponse,issueDemandManagement,createRuntimeReportJob,"
                     + "getRuntimeReportJobs,cancelRuntimeReportJob,downloadRuntimeReportJob,requestPin,"
                     + "authorizationUrl,exchangeCode,authorizationStatus")
    @Metadata(required = true)
    private final EcobeeOperation operation;
    @UriParam
    private final EcobeeConfiguration configuration;
    @UriParam(label = "consumer,scheduler", defaultValue = "" + DEFAULT_DELAY, javaType = "java.time.Duration",
              description = "Time between two polls. ecobee allows no less than three minutes, and no less than 15 minutes for"
                            + " reports, where that is the default; see allowFastPolling.")
    private long delay = DEFAULT_DELAY;

    /**
     * Creates an endpoint; nothing is started.
     *
     * @param uri           its URI
     * @param component     its component
     * @param operation     what it does
     * @param configuration its options
     */
    public EcobeeEndpoint(String uri, EcobeeComponent component, EcobeeOperation operation,
                          EcobeeConfiguration configuration) {
        super(uri, component);
        this.operation = operation;
        this.configuration = configuration;
        if (operation.isReport()) {
            this.delay = SHORTEST_REPORT_DELAY.toMillis();
        }
        super.setDelay(delay);
    }

    @Override
    public EcobeeComponent getComponent() {
        return (EcobeeComponent) super.getComponent();
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (!operation.isConsumer()) {
            throw new IllegalArgumentException(
                    "ecobee:" + operation.uriName() + " can only be sent to; to consume, use one of "
                                               + EcobeeOperation.names(true));
        }
        if (operation == EcobeeOperation.AUTHORIZATION) {
            Consumer consumer = new EcobeeAuthorizationConsumer(this, processor);
            configureConsumer(consumer);
            return consumer;
        }
        checkDelay();
        EcobeeConsumer consumer = new EcobeeConsumer(this, processor);
        consumer.setMaxMessagesPerPoll(configuration.getMaxMessagesPerPoll());
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        return operation.producer(this);
    }

    @Override
    public PollingConsumer createPollingConsumer() throws Exception {
        if (!operation.isConsumer() || operation == EcobeeOperation.AUTHORIZATION) {
            throw new IllegalArgumentException(
                    "ecobee:" + operation.uriName() + " cannot be polled; poll one of "
                                               + EcobeeOperation.names(true).replace(", authorization", ""));
        }
        checkDelay();
        return new EcobeePollingConsumer(this);
    }

    private void checkDelay() {
        if (isGreedy() && !configuration.isAllowFastPolling()) {
            throw new IllegalArgumentException(
                    "greedy: 'true' is not allowed, because it polls again without a delay; give false. Against a simulator"
                                               + " set allowFastPolling=true");
        }
        Duration given = Duration.ofMillis(getTimeUnit().toMillis(getDelay()));
        Duration shortest = operation.isReport() ? SHORTEST_REPORT_DELAY : SHORTEST_DELAY;
        if (given.compareTo(shortest) < 0 && !configuration.isAllowFastPolling()) {
            throw new IllegalArgumentException(
                    "delay: '" + given.toMillis() + "' ms is not allowed; ecobee wants at least "
                                               + shortest.toMillis()
                                               + " ms between two polls. Against a simulator set allowFastPolling=true");
        }
    }

    /** The accounts that it is for, also when none was given. */
    AccountNames accounts() {
        return AccountNames.parse(configuration.getAccount());
    }

    /** Has the accounts authorized that it names. */
    void startAuthorization() {
        if (!accounts().isAll()) {
            accounts().names().forEach(account -> getComponent().authorization(account).start());
        }
    }

    /**
     * What the endpoint does.
     *
     * @return the operation
     */
    public EcobeeOperation getOperation() {
        return operation;
    }

    /**
     * The endpoint's options.
     *
     * @return its own copy
     */
    public EcobeeConfiguration getConfiguration() {
        return configuration;
    }

    @Override
    public long getDelay() {
        return delay;
    }

    @Override
    public void setDelay(long delay) {
        super.setDelay(delay);
        this.delay = delay;
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public String getServiceUrl() {
        return getComponent().getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return getServiceUrl().strip().toLowerCase(Locale.ROOT).startsWith("http:") ? "http" : "https";
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return Map.of("account", accounts().toString());
    }
}
